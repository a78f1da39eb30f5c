import { later } from '../../ui/later';

// What charting can begin without: fetched as soon as the map can be used, or earlier when it is shown.

/** The map is drawn, or will not be. */
let mapSettled: () => void = () => undefined;
const afterMap = new Promise<void>((resolve) => {
  mapSettled = resolve;
});

export const RefusalText = later(async () => (await import('./refusal-text')).RefusalText);
export const LogOf = later(async () => (await import('./log-lines')).LogOf);
export const CardDetails = later(async () => (await import('./card-details')).CardDetails);
export const OnOtherMap = later(async () => (await import('./on-other-map')).OnOtherMap);
export const HeadPanel = later(async () => (await import('./head-panel')).HeadPanel);
export const CompareBar = later(async () => (await import('./compare-bar')).CompareBar);
export const ZoneList = later(async () => (await import('./zone-list')).ZoneList);
export const ZoneFacts = later(async () => (await import('./zone-facts')).ZoneFacts);
export const AcrossNotice = later(async () => (await import('./across-notice')).AcrossNotice);
/** Comes with the drawing, which is thereby there the moment 3D fails. */
export const DrawnNote = later(async () => {
  await import('../../scene/flat/drawn-map');
  return (await import('./drawn-note')).DrawnNote;
});
export const SlowOffer = later(async () => (await import('./slow-offer')).SlowOffer);
export const FtpForm = later(async () => (await import('./ftp-form')).FtpForm);
export const MoveForm = later(async () => (await import('./move-form')).MoveForm);
export const MoveConfirm = later(async () => (await import('./map-hand')).MoveConfirm);
export const PainPanel = later(async () => (await import('./pain-panel')).PainPanel);
export const DetailsForm = later(async () => (await import('./details-form')).DetailsForm);
export const VisitDialog = later(async () => (await import('./visit-dialog')).VisitDialog);
export const VialsDialog = later(async () => (await import('./vials-dialog')).VialsDialog);
export const EventDialog = later(async () => (await import('./event-dialog')).EventDialog);
export const FinishDialog = later(async () => (await import('./finish-dialog')).FinishDialog);
export const SignDialog = later(async () => (await import('./sign-dialog')).SignDialog);
export const AmendDialog = later(async () => (await import('./amend-dialog')).AmendDialog);
export const VersionsDialog = later(async () => (await import('./versions-dialog')).VersionsDialog);
export const SignatureBar = later(async () => (await import('./signature-bar')).SignatureBar);
export const PaletteDialog = later(async () => (await import('./palette-dialog')).PaletteDialog);
export const SiteSweep = later(async () => (await import('./site-sweep')).SiteSweep);
export const PlanBar = later(async () => (await import('./plan-bar')).PlanBar);
export const PlanDialog = later(async () => (await import('./plan-dialog')).PlanDialog);
export const KeysDialog = later(async () => (await import('./keys-dialog')).KeysDialog);
export const ShiftsDialog = later(async () => (await import('./shifts-dialog')).ShiftsDialog);

// What a card says beyond the site itself comes after the map, as do the zones that it tells of.
export const NeedleBlock = later(async () => {
  await afterMap;
  return (await import('./needle-block')).NeedleBlock;
});
export const MapHand = later(async () => {
  await afterMap;
  return (await import('./map-hand')).MapHand;
});
export const Legend = later(async () => {
  await afterMap;
  return (await import('./legend')).Legend;
});
export const MapTools = later(async () => {
  await afterMap;
  return (await import('./map-tools')).MapTools;
});
export const PainTool = later(async () => {
  await afterMap;
  return (await import('./pain-panel')).PainTool;
});
export const Neighbours = later(async () => {
  await afterMap;
  return (await import('./neighbours')).Neighbours;
});
export const PainNote = later(async () => {
  await afterMap;
  return (await import('./pain-note')).PainNote;
});
export const ZoneWarning = later(async () => {
  await afterMap;
  return (await import('./neighbours')).ZoneWarning;
});

/** Fetches all of them once the map is drawn or cannot be, so that none keeps anybody waiting. */
export function prepareParts(): void {
  mapSettled();
  for (const part of [
    NeedleBlock,
    Neighbours,
    PainNote,
    LogOf,
    RefusalText,
    CardDetails,
    FtpForm,
    MoveForm,
    MapHand,
    PainPanel,
    DetailsForm,
    VisitDialog,
    VialsDialog,
    EventDialog,
    FinishDialog,
    SignDialog,
    SignatureBar,
    HeadPanel,
    ZoneList,
    ZoneFacts,
    CompareBar,
    KeysDialog,
    PaletteDialog,
    SiteSweep,
    PlanBar,
    PlanDialog,
    ShiftsDialog,
    DrawnNote,
  ])
    part.prepare();
}
