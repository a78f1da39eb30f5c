import type { ComponentType, RefObject } from 'react';
import type { SkinRay, Vec3 } from '../anatomy/anchor';
import type { Dab } from '../anatomy/pain-heat';
import type { Pose } from '../anatomy/needle-pose';
import type { HeadShape } from '../state/heads';
import type { ZonePathPoint } from '../anatomy/zone-path';
import type { ZoneId, ZoneKind, ZoneSide } from '../protocol/danger-zone';
import type { MuscleId, Side, SiteId } from '../protocol/words';
import type { SkinTone } from '../state/settings';
import type { GlyphPart } from './glyph';
import type { RigHandle } from './camera-rig';
import type { MapView } from './map-view';
import type { Pose as CameraPose } from './views';

/** The quick views, in the order of keys 1 to 5. */
export const viewPresets = ['front', 'left', 'right', 'back', 'shoulders'] as const;
export type ViewPreset = (typeof viewPresets)[number];

/** How one site is drawn. Told by shape as well as colour. */
export type MarkerState = 'planned' | 'moved' | 'next' | 'given' | 'skipped';

export type MapSite = {
  readonly id: SiteId;
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly ftp: boolean;
  readonly state: MarkerState;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  /** "Temporalis L · 2" for the one label on the map. */
  readonly label: string;
  /** "L2" for the smaller label of the next site; `label` where absent. */
  readonly shortLabel?: string;
  /** Shapes drawn for it instead of those of its state, back to front. */
  readonly draw?: readonly GlyphPart[];
};

/** A needle at the skin, at true scale; lengths in mm, of which `insertedMm` under the skin. */
export type MapNeedle = {
  readonly pose: Pose;
  readonly lengthMm: number;
  readonly outerMm: number;
  readonly insertedMm: number;
};
/** Where another map puts a site of this one. */
export type OtherSite = Pick<MapSite, 'id' | 'muscle' | 'positionMm' | 'normal' | 'draw'>;

/** One side of a danger zone as it is drawn. */
export type MapZone = {
  readonly zone: ZoneId;
  readonly side: ZoneSide;
  readonly kind: ZoneKind;
  /** "Greater occipital nerve", said where the pointer rests on it. */
  readonly name: string;
  /** Both sides of a zone share a number, and stand out together. */
  readonly number: number;
  /** Half the width of the band, mm. */
  readonly spreadMm: number;
  /** True where the nerve or artery runs on past what is drawn: it fades out there. */
  readonly goesOn: boolean;
  readonly path: readonly ZonePathPoint[];
};

/** A rectangle on the canvas, px from its top left corner. */
type CanvasBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type MapFailure = 'no-webgl' | 'context-lost' | 'model-missing';

/** What a hand on the skin works with. */
export type HandTools = {
  readonly view: MapView;
  /** Told what one finger or the left button does meanwhile. */
  readonly rig: RefObject<Pick<RigHandle, 'hold'> | null>;
  /** Takes the pointers. */
  readonly element: RefObject<HTMLElement | null>;
  /** Of the markers, px. */
  readonly radius: number;
};

export type MapProps = {
  readonly sites: readonly MapSite[];
  readonly selected: SiteId | null;
  readonly layer: 'skin' | 'muscles';
  /** How the head differs from the standard one; null where it is that. The sites come placed on it. */
  readonly shape: HeadShape | null;
  /** The selected site's needle; null draws none. A new object is a new needle. */
  readonly needle: MapNeedle | null;
  /**
   * Ask for a view: a new object turns the camera. Null leaves it alone. A turn to a site that nobody asked for waits until
   * the hand has let the head be for a while. `zoom`: goes there even where it is in sight, and so many times nearer.
   * `pose`: a place of one's own for the camera, within so many ms; a drawing shows the quick view that is named with it.
   */
  readonly turnTo:
    | { readonly preset: ViewPreset; readonly pose?: { readonly at: CameraPose; readonly ms: number } }
    | { readonly site: SiteId; readonly asked: boolean; readonly zoom?: number }
    | { readonly zone: ZoneId }
    | null;
  /** The danger zones to draw; absent or empty where their layer is off. Keep the array while it does not change. */
  readonly zones?: readonly MapZone[];
  /** The zone that stands out. */
  readonly zone?: ZoneId | null;
  readonly theme: 'light' | 'dark';
  /** The skin of the head; the muscle layer keeps its pale one. */
  readonly tone: SkinTone;
  /** Paints hairline, brows and midline on the skin. */
  readonly hairline: boolean;
  /** The sites of the way that is drawn, in its order; absent or empty for none. Keep the array while it does not change. */
  readonly path?: readonly SiteId[];
  /** Sites of another map, drawn quietly beside those they belong to. */
  readonly others?: readonly OtherSite[];
  /** Where it hurts, shown as heat on the skin; absent or empty for none. Keep the array while it does not change. */
  readonly heat?: readonly Dab[] | undefined;
  /** What else a hand can do on the skin, and is shown there. Rendered over the head once that can be operated. */
  readonly hand?: ComponentType<HandTools>;
  /** Without the aids of those who place sites: what tells the sides, and the painted midline. */
  readonly plain?: true;
  readonly reducedMotion: boolean;
  /** 'light' stays with the small head (phones); 'full' swaps in the large one when it has arrived. */
  readonly detail: 'light' | 'full';
  /** Pixels of the canvas covered by the card: the view centre shifts away from it. */
  readonly covered: { readonly right: number; readonly bottom: number; readonly top?: number };
  /** Floating controls that labels keep off. Absent: a band at the top and at the bottom. */
  readonly keepClear?: readonly CanvasBox[];
  /** Names the view for the keyboard: with it, Tab reaches the canvas, arrows turn the head, + and - zoom. */
  readonly label?: string | undefined;
  readonly onSelect: (site: SiteId) => void;
  readonly onSkin: (ray: SkinRay) => void;
  /** The preset the camera is nearest to (within 35 degrees), or null. Called when it changes. */
  readonly onView: (preset: ViewPreset | null) => void;
  /** The head is drawn and the markers can be operated. Called once, and again after a lost context came back. */
  readonly onUsable: () => void;
  /** Never thrown: the list of sites works on. A lost context comes back by itself and then calls `onUsable`. */
  readonly onFailure: (why: MapFailure) => void;
};
