import '../messages/later';
import type { NoteHistory, Said } from '../exchange/pdf/note-document';
import { t } from '../messages/translate';
import { changesBetween } from '../record/changes';
import type { SignedVersion } from '../record/signed-version';
import { placeText, valueText } from './change-text';
import { noteMoment } from './note-dates';
import { oneLine } from './note-sites';
import { profileText } from './signature-text';

/** Every version up to the one that is printed, in words; null where it is the only one. */
export function noteHistory(versions: readonly SignedVersion[], shown: SignedVersion): NoteHistory | null {
  const told = versions.filter(({ version }) => version <= shown.version);
  if (told.length < 2) return null;
  return {
    title: t('note.history'),
    versions: told.map((one, n) => {
      const before = told[n - 1];
      return {
        title: t('note.history.version', { version: one.version }),
        said: saidOf(one),
        changes: before === undefined ? [] : changesOf(before, one),
      };
    }),
  };
}

function saidOf({ author, at, reason, addendum, hash }: SignedVersion): readonly Said[] {
  return [
    {
      lead: t('note.history.signed'),
      text: t('note.history.signedText', { who: profileText(author), at: noteMoment(at) }),
    },
    ...(reason === undefined ? [] : [{ lead: t('note.history.reason'), text: oneLine(reason) }]),
    ...(addendum === undefined ? [] : [{ lead: t('note.history.addendum'), text: oneLine(addendum) }]),
    { lead: t('note.history.hash'), text: hash },
  ];
}

function changesOf(before: SignedVersion, after: SignedVersion): readonly Said[] {
  const changes = changesBetween(before.session, after.session);
  if (changes.length === 0) return [{ lead: t('note.history.same'), text: t('note.history.sameText') }];
  return changes.map((change) => ({
    lead: t('note.history.change', { place: placeText(change.keys, after.session) }),
    text: t('note.history.changeText', {
      before: oneLine(valueText(change.before)),
      after: oneLine(valueText(change.after)),
    }),
  }));
}
