import type { CodeableConcept } from 'fhir/r4';
import type { AcuteClass, MigraineFeature, Missed } from '../../outcomes/diary-day';
import { codeSystems } from './codes';

/**
 * What a day of a headache diary is told by, in a code system of our own: none of LOINC or SNOMED CT was confirmed for headache days, their
 * severity or their medication. A reader who does not know the system has the words.
 */
const names = {
  'headache-day': 'Headache diary: whether there was a headache that day',
  headache: 'Headache diary: one headache of a day',
  severity: 'Severity of the headache: 1 mild, 2 moderate, 3 severe',
  'worst-severity': 'Severity of the worst headache of the day: 1 mild, 2 moderate, 3 severe',
  hours: 'Hours with headache that day',
  features: 'What came with the headache',
  acute: 'Acute medication taken that day, by class',
  missed: 'What the headache kept the patient from that day',
} as const;

const features: Readonly<Record<MigraineFeature, string>> = {
  'one-sided': 'On one side of the head',
  pulsating: 'Pulsating',
  'worse-with-activity': 'Worse with routine physical activity',
  nausea: 'Nausea',
  vomiting: 'Vomiting',
  'light-sensitive': 'Sensitive to light',
  'sound-sensitive': 'Sensitive to sound',
  aura: 'Aura',
  'believed-migraine': 'Believed by the patient to be migraine',
  'relieved-by-triptan-or-ergot': 'Relieved by a triptan or ergot',
};

const classes: Readonly<Record<AcuteClass, string>> = {
  triptan: 'Triptan',
  ergotamine: 'Ergotamine',
  paracetamol: 'Paracetamol',
  aspirin: 'Acetylsalicylic acid',
  'other-nsaid': 'Other non-steroidal anti-inflammatory drug',
  opioid: 'Opioid',
  'combination-analgesic': 'Combination analgesic',
  other: 'Other acute medication, or one of a class that is not known',
};

const misses: Readonly<Record<Missed, string>> = {
  work: 'Work or school missed',
  'work-half': 'Work or school less than half done',
  housework: 'Household work missed',
  'housework-half': 'Household work less than half done',
  social: 'Family, social or leisure activity missed',
};

const concept = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: codeSystems.diary, code, display }],
  text: display,
});

/** Each of these is a code of our own with its English words, as display and as text (FHIR R4 CodeableConcept). */
export const diaryConcept = (name: keyof typeof names): CodeableConcept => concept(name, names[name]);
/** The code is `feature-` and the name that the diary has for it. */
export const featureConcept = (one: MigraineFeature): CodeableConcept => concept(`feature-${one}`, features[one]);
/** The code is `acute-` and the name that the diary has for the class. */
export const classConcept = (one: AcuteClass): CodeableConcept => concept(`acute-${one}`, classes[one]);
/** The code is `missed-` and the name that the diary has for it. */
export const missedConcept = (one: Missed): CodeableConcept => concept(`missed-${one}`, misses[one]);
