import '../messages/later';
import type { NoteCard } from '../exchange/pdf/note-document';
import { mlOf, type Vial } from '../ledger/vial';
import { t } from '../messages/translate';
import { dayOf } from '../record/calendar';
import type { ProcedureNote } from '../record/procedure-note';
import type { SessionContent } from '../record/signed-version';
import { noteDay, noteTime } from './note-dates';
import { mlText } from './note-sites';

/** What a vial was: as it was told, and where it was not told, that. `n` of `of`. */
export function vialCard(vial: Vial, n: number, of: number, session: SessionContent): NoteCard {
  const missing = t('versions.notRecorded');
  const { product, strength, lot = missing, expiry = missing, diluentMl, diluent = '', reconstitutedAt } = vial;
  return {
    title: of === 1 ? t('note.vial') : t('note.vialOf', { number: n + 1 }),
    lines: [
      { name: t('note.vial.product'), text: t('note.vial.productText', { product, strength }) },
      { name: t('note.vial.lot'), text: t('note.vial.lotText', { lot, expiry }) },
      { name: t('note.vial.diluent'), text: t('note.vial.diluentText', { ml: mlText(diluentMl), diluent }).trim() },
      {
        name: t('note.vial.reconstituted'),
        text: reconstitutedAt === undefined ? missing : momentIn(reconstitutedAt, session),
      },
    ],
  };
}

/** Where the units of a vial went; they add up to it. */
export function balanceCard({ vial, totals }: ProcedureNote['vials'][number], n: number, of: number): NoteCard {
  const amount = (units: number): string =>
    t('note.balance.amount', { units: String(units), ml: mlText(mlOf(vial, units)) });
  const { given = 0, offProtocol = 0, incidents = 0, wasted = 0, left = vial.strength } = totals ?? {};
  return {
    title: of === 1 ? t('note.balance') : t('note.balanceOf', { number: n + 1 }),
    lines: [
      { name: t('note.balance.vial'), text: amount(vial.strength) },
      { name: t('note.balance.given'), text: amount(given) },
      ...(offProtocol === 0 ? [] : [{ name: t('note.balance.offProtocol'), text: amount(offProtocol) }]),
      ...(incidents === 0 ? [] : [{ name: t('note.balance.incidents'), text: amount(incidents) }]),
      { name: t('note.balance.wasted'), text: amount(wasted) },
      { name: t('note.balance.left'), text: t('note.balance.amountLeft', { units: String(left) }) },
    ],
  };
}

/** The time alone on the day of the session. */
const momentIn = (at: string, { startedAt }: SessionContent): string =>
  dayOf(at) === dayOf(startedAt) ? noteTime(at) : t('note.page.session', { day: noteDay(at), span: noteTime(at) });
