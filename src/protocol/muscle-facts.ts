import type { Evidence } from './rule';
import type { SourceId } from './sources';
import type { MuscleId } from './words';

/** What a fact about a muscle is about. `attachments` and `extent` say where it lies. */
export type FactAbout = 'attachments' | 'extent' | 'action' | 'nerve' | 'wrong' | 'prevent';

/**
 * Something that is taught of a muscle and stands in no other table. No source: it is taught so, and nothing was read for
 * it; its grade is then `unconfirmed`.
 */
export type MuscleFact = {
  readonly about: FactAbout;
  readonly text: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
  /** See `Caution`. */
  readonly taught?: true;
};

const read = (about: FactAbout, text: string, ...sources: readonly SourceId[]): MuscleFact => ({
  about,
  text,
  evidence: 'confirmed',
  sources,
});
const weakly = (about: FactAbout, text: string, ...sources: readonly SourceId[]): MuscleFact => ({
  ...read(about, text, ...sources),
  evidence: 'weak',
});
/** Recalled; the paper that is believed to hold it was not read there. */
const recalled = (about: FactAbout, text: string, source: SourceId): MuscleFact => ({
  ...read(about, text, source),
  evidence: 'unconfirmed',
});
/** Taught so, and no paper is named for it. */
const taught = (about: FactAbout, text: string): MuscleFact => ({
  about,
  text,
  evidence: 'unconfirmed',
  sources: [],
  taught: true,
});

/** By muscle, in the order in which they are told. Where sources disagree both are told. */
export const muscleFacts: Readonly<Record<MuscleId, readonly MuscleFact[]>> = {
  corrugator: [
    read(
      'attachments',
      'From the medial superciliary arch of the frontal bone to the skin of the middle third of the brow. It runs lateral and slightly up, deep to frontalis and orbicularis.',
      'S29',
      'S30',
    ),
    read(
      'extent',
      'In 50 half-brows of cadavers the muscle was fully symmetric in 30 %, partly in 25 % and fully asymmetric in 45 %. The abstract does not say of how many pairs.',
      'S21',
    ),
    weakly(
      'extent',
      'Its lateral insertion lies 7.6 ± 2.7 mm medial to the lateral orbital rim, its apex 18.0 ± 3.7 mm.',
      'S22',
    ),
    read('action', 'Pulls the brow down and toward the midline: vertical frown lines.', 'S30'),
    read(
      'action',
      'Disputed: Isse and Elahi 2001 find that it lifts the medial brow and lowers the lateral one.',
      'S29b',
    ),
    read('nerve', 'Temporal branch of the facial nerve (VII).', 'S30'),
    read('nerve', 'The supratrochlear nerve passes between it and frontalis.', 'S30'),
    weakly(
      'wrong',
      'The lid elevator lies under the orbital rim, within reach of toxin that is placed too low.',
      'S24',
    ),
    weakly(
      'prevent',
      'Against a drooping lid: stay at least 1 cm above the rim and medial, give a small volume with a thumb on the rim, and do not massage.',
      'S25',
    ),
    recalled('prevent', 'Confirm the belly by having the patient frown and pinching it; lift it off the bone.', 'S4'),
  ],
  procerus: [
    read(
      'attachments',
      'From the fascia over the nasal bone and the upper lateral cartilage to the skin of the glabella at the upper level of the brow. Its fibres are vertical and blend with frontalis.',
      'S29',
    ),
    taught('extent', 'A pyramid in the midline, at the glabella.'),
    read('action', 'Pulls the medial brow down: transverse lines at the root of the nose.', 'S29'),
    taught('nerve', 'Facial nerve (VII). Which branches, sources vary: temporal, or buccal and zygomatic.'),
    taught('wrong', 'The angular and supratrochlear vessels run beside it.'),
    weakly('prevent', 'Against a drooping medial brow: keep toward the root of the nose.', 'S25'),
    recalled('prevent', 'Stop short of the bone: the needle is superficial and the periosteum hurts.', 'S4'),
  ],
  frontalis: [
    read(
      'attachments',
      'It has no bone: from the galea to the skin at the upper margin of the brow, where it blends with orbicularis (all thirds), corrugator (middle third) and procerus (midline).',
      'S29',
    ),
    taught('attachments', 'Its fibres are vertical.'),
    weakly('extent', 'Paired: in the upper midline there is often fascia only.', 'S29d'),
    weakly(
      'extent',
      'Its lower end is at the brow, its upper end about 1 cm above the highest line of the forehead. How thick it is was not found.',
      'S25',
    ),
    weakly('action', 'The only elevator of the brow: transverse lines of the forehead.', 'S25'),
    read('nerve', 'Temporal branch of the facial nerve (VII).', 'S29c'),
    taught('wrong', 'The supraorbital and supratrochlear nerves and veins run up through its lower part.'),
    weakly(
      'prevent',
      'Against a drooping brow: inject high and superficially, and treat the muscles that pull the brow down as well.',
      'S25',
    ),
    weakly('prevent', 'Against a peaked brow: do not leave the lateral fibres alone.', 'S25'),
    {
      ...weakly(
        'prevent',
        'To leave out the lateral sites, as some do for a low-set brow, leaves those fibres alone: it risks a peaked brow.',
        'S25',
      ),
      evidence: 'derived',
    },
  ],
  temporalis: [
    read('attachments', 'From the temporal fossa.', 'S13b'),
    taught(
      'attachments',
      'From the inferior temporal line down to the coronoid process. It is a fan: its fibres are vertical in front and horizontal behind.',
    ),
    taught('action', 'Raises and pulls back the jaw; it bulges when the patient clenches.'),
    taught('nerve', 'Deep temporal nerves, of the mandibular nerve (V3).'),
    taught('wrong', 'The frontal branch of the facial nerve runs in front of it.'),
    taught('wrong', 'Bruising, tiredness on chewing, and a hollow temple.'),
    taught('prevent', 'Feel the pulse of the artery and stay off it; stay behind the hairline.'),
    recalled('prevent', 'Have the patient clench, and inject where the muscle is felt.', 'S4'),
  ],
  occipitalis: [
    read(
      'attachments',
      'From the lateral two thirds of the superior nuchal line and the mastoid part of the temporal bone to the galea. Its fibres run up and forward.',
      'S15b',
    ),
    read('attachments', 'Some describe its origin on the supreme nuchal line instead.', 'S16'),
    taught('action', 'Pulls the scalp back.'),
    read('nerve', 'Posterior auricular branch of the facial nerve (VII).', 'S15', 'S15b'),
    read(
      'nerve',
      'That nerve enters it 79.0 ± 8.1 mm lateral to, and 9.0 ± 3.5 mm above, the external occipital protuberance.',
      'S15',
    ),
    recalled('prevent', 'Feel the superior nuchal ridge first, and stay on it or just above it.', 'S3'),
    recalled('prevent', 'Stay superficial: the muscle is thin and lies on bone.', 'S4'),
  ],
  paraspinal: [
    taught('attachments', 'A group: the edge of trapezius, splenius capitis and semispinalis capitis.'),
    taught(
      'attachments',
      'Semispinalis capitis: from the processes of C4 to T6, vertically up to between the nuchal lines.',
    ),
    taught(
      'attachments',
      'Splenius capitis: from the lower nuchal ligament and C7 to T3, up and lateral to the mastoid and the lateral nuchal line.',
    ),
    taught(
      'action',
      'Semispinalis extends the head and neck; splenius extends them and turns the head to the same side.',
    ),
    taught('nerve', 'Dorsal rami of C2 to C6.'),
    taught('wrong', 'The vertebral artery lies deep.'),
    taught('prevent', 'High, superficial, and lateral to the midline.'),
    recalled('prevent', 'Keep the neck neutral or slightly bent forward.', 'S4'),
  ],
  trapezius: [
    read(
      'attachments',
      'The descending part runs from the external occipital protuberance, the medial third of the superior nuchal line and the nuchal ligament to the lateral third of the clavicle; the middle part to the acromion and the spine of the scapula. The fibres run down and lateral.',
      'S35',
    ),
    read('action', 'Raises the scapula and turns it up; bends the neck to the side and extends it.', 'S35'),
    read(
      'nerve',
      'The accessory nerve (XI) moves it; C3 and C4 carry feeling and the sense of position, and partly move it too.',
      'S35',
    ),
    taught('wrong', 'The accessory nerve runs on its deep surface; the transverse cervical artery is near.'),
    taught('wrong', 'A heavy or weak shoulder.'),
    taught('prevent', 'Superficial and horizontal.'),
    recalled('prevent', 'Pinch the ridge away from the chest and stay within the pinch.', 'S4'),
  ],
};

/** How a needle is put into any of the muscles. */
export const technique: readonly Omit<MuscleFact, 'about'>[] = [
  {
    text: 'Bevel up, into the superficial part of the muscle: resistance is lost after the dermis. Then aspirate.',
    evidence: 'weak',
    sources: ['S23'],
  },
  {
    text: 'Aspirating is a local habit: the label is not known to ask for it.',
    evidence: 'unconfirmed',
    sources: [],
    taught: true,
  },
];

/** How often something went wrong, in percent of the people treated. All sites together: no source says which one it was. */
export type AdverseRate = {
  /** In the source's words: "ptosis" is not said to be of the lid, "stiffness" not of what. */
  readonly event:
    | 'neck pain'
    | 'neck stiffness'
    | 'eyelid ptosis'
    | 'ptosis'
    | 'muscle weakness'
    | 'weakness'
    | 'musculoskeletal stiffness'
    | 'stiffness'
    | 'pain at a site for over 24 hours'
    | 'injection-site pain'
    | 'facial paresis'
    | 'dysphagia'
    | 'fainting';
  readonly percent: number;
  readonly of: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

const pool = {
  of: 'of 1,997 people in four trials, all adverse events',
  evidence: 'confirmed',
  sources: ['S10'],
} as const;
const compel = {
  of: 'of 716 people in COMPEL, related to treatment',
  evidence: 'confirmed',
  sources: ['S12'],
} as const;
const hull = { of: 'of 254 people in a clinic at Hull', evidence: 'confirmed', sources: ['S37'] } as const;

export const adverseRates: readonly AdverseRate[] = [
  { event: 'neck pain', percent: 12.6, ...pool },
  { event: 'neck pain', percent: 4.1, ...compel },
  {
    event: 'neck pain',
    percent: 6.7,
    of: 'of both PREEMPT trials together over 24 weeks (2.2 % with placebo)',
    evidence: 'weak',
    sources: ['S9b'],
  },
  { event: 'eyelid ptosis', percent: 4.6, ...pool },
  { event: 'ptosis', percent: 2.5, ...compel },
  { event: 'ptosis', percent: 11, ...hull },
  { event: 'muscle weakness', percent: 8, ...pool },
  { event: 'weakness', percent: 1.4, ...compel },
  { event: 'musculoskeletal stiffness', percent: 6.1, ...pool },
  { event: 'stiffness', percent: 2.4, ...compel },
  { event: 'neck stiffness', percent: 14.6, ...hull },
  { event: 'injection-site pain', percent: 2, ...compel },
  { event: 'pain at a site for over 24 hours', percent: 14.9, ...hull },
  { event: 'facial paresis', percent: 1.3, ...compel },
  { event: 'dysphagia', percent: 2, ...hull },
  { event: 'fainting', percent: 1.2, ...hull },
];
