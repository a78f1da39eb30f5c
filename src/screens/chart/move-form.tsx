import '../../messages/later';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import type { LandmarkName } from '../../protocol/rule';
import type { MovePreview } from '../../state/moves';
import { siteName } from '../../state/site-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useChart, useServices } from '../services';
import styles from './form.module.css';
import { OffsetFields } from './offset-fields';
import { ReasonField, useReason } from './reason-field';

const inMidline: readonly LandmarkName[] = ['glabella', 'nasion'];
const landmarks: readonly LandmarkName[] = [
  ...inMidline,
  'brow',
  'tragus',
  'inion',
  'mastoid-tip',
  'c7',
  'neck-shoulder',
  'acromion',
];

/** Gives the selected site another place, measured from a landmark; says what is there before it is taken. */
export function MoveForm() {
  const row = useChart((s) => s.fold.rows.find((one) => one.id === s.selected));
  return row === undefined ? null : <Filled row={row} />;
}

function Filled({ row }: { readonly row: SiteRow }) {
  const { chart } = useServices();
  const [offset, setOffset] = useState(() => {
    const { landmark, upMm, toward, alongMm } = row.anchor.offset;
    return { landmark, upMm, toward, alongMm };
  });
  const [preview, setPreview] = useState<MovePreview | null>(null);
  const reason = useReason('move');
  const midline = row.side === 'midline';
  const close = () => {
    chart.begin({ kind: 'idle' });
  };

  useEffect(() => {
    if (Number.isNaN(offset.upMm) || Number.isNaN(offset.alongMm)) return undefined;
    let wanted = true;
    void chart.previewMove(row.id, offset).then((found) => {
      if (wanted) setPreview(found);
    });
    return () => {
      wanted = false;
    };
  }, [chart, row.id, offset]);

  return (
    <Dialog title={t('move.title', { site: siteName(row) })} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void chart.moveSite(row.id, offset, reason.text).then((why) => {
            if (why !== null) setPreview({ kind: 'impossible', why });
          });
        }}
      >
        <p className={styles['hint']}>{t(midline ? 'move.midlineHint' : 'move.hint')}</p>
        <OffsetFields
          offset={offset}
          landmarks={midline ? inMidline : landmarks}
          across={!midline}
          onChange={setOffset}
        />
        <ReasonField reason={reason} />
        <Said preview={preview} />
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('move.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is said of the place the fields name. Inside the dialog, because what stands outside a modal is not read out. */
function Said({ preview }: { readonly preview: MovePreview | null }) {
  return (
    <div role="status" className={styles['said']}>
      {preview?.kind === 'impossible' && <p className={styles['problem']}>{t(preview.why.key, preview.why.values)}</p>}
      {preview?.kind === 'possible' && (
        <>
          <p>{preview.text}</p>
          {preview.warning !== null && (
            <p className={styles['warning']}>
              <TriangleAlert size={17} aria-hidden="true" />
              <span>{preview.warning}</span>
            </p>
          )}
        </>
      )}
    </div>
  );
}
