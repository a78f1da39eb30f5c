import '../../messages/later';
import { Plus, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { ftpOffer } from '../../protocol/ftp-offer';
import { SiteGlyph } from '../../scene/site-glyph';
import type { Offers } from '../../state/ftp-offers';
import type { PainDesk } from '../../state/pain-desk';
import { muscleName, sideName } from '../../state/site-text';
import { Button } from '../../ui/button';
import { useChart, useTheme } from '../services';
import styles from './pain-panel.module.css';

/** Where extras could be planned for what is drawn and felt, with why; and why not where none could. Plans none itself. */
export function PainOffers({ pain }: { readonly pain: PainDesk }) {
  const theme = useTheme();
  const fold = useChart((s) => s.fold);
  const drawn = useChart((s) => s.session?.visit?.pain);
  const felt = useChart((s) => s.session?.visit?.tenderness);
  const open = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const [found, setFound] = useState<Offers | 'waiting' | null>('waiting');

  useEffect(() => {
    let wanted = true;
    void pain.offer().then((offers) => {
      if (wanted) setFound(offers);
    });
    return () => {
      wanted = false;
    };
  }, [pain, fold, drawn, felt]);

  return (
    <section aria-label={t('offer.title')} className={styles['offers']}>
      <h3>{t('offer.title')}</h3>
      <p className={styles['note']}>{t('offer.palpate', { mm: ftpOffer.apartMm })}</p>
      <p role="status" className="hidden">
        {found === 'waiting' || found === null ? '' : t('offer.count', { offers: found.offers.length })}
      </p>
      {found === 'waiting' && <p className={styles['note']}>{t('offer.waiting')}</p>}
      {found === null && <p className={styles['note']}>{t('ftp.wait')}</p>}
      {found !== 'waiting' && found !== null && (
        <>
          <ul>
            {found.offers.map((offer) => (
              <li key={offer.positionMm.join()}>
                <SiteGlyph state="free" ftp muscle={offer.muscle} theme={theme} size={22} />
                <div>
                  <b>{t('offer.name', { muscle: muscleName(offer.muscle), side: sideName[offer.side] })}</b>
                  <p>{offer.why}</p>
                  {offer.warning !== null && (
                    <p className={styles['warn']}>
                      <TriangleAlert size={15} aria-hidden="true" />
                      <span>
                        {t('offer.inZone')} {offer.warning}
                      </span>
                    </p>
                  )}
                  <Button
                    disabled={!open}
                    icon={<Plus size={16} aria-hidden="true" />}
                    aria-label={t('offer.planAt', { muscle: muscleName(offer.muscle), side: sideName[offer.side] })}
                    onClick={() => {
                      void pain.plan(offer);
                    }}
                  >
                    {t('offer.plan')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {found.notes.map((note) => (
            <p key={note} className={styles['note']}>
              {note}
            </p>
          ))}
          {!open && found.offers.length > 0 && <p className={styles['note']}>{t('refused.finished')}</p>}
        </>
      )}
      <p className={styles['signOff']}>{t('offer.signOff')}</p>
    </section>
  );
}
