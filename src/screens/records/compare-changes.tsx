import '../../messages/later';
import { t } from '../../messages/translate';
import { sameExtra, samePlace } from '../../protocol/comparison';
import { type ChangeKind, isOneProduct, type SessionChange, type SiteChange } from '../../record/compare-sessions';
import { CompareGlyph } from '../../scene/compare-glyph';
import { useTheme } from '../services';
import { changeDetail, changeKey, changeName, mmText, signedUnits, unitsOf } from './compare-text';
import styles from './compare-screen.module.css';

type Props = {
  readonly change: SessionChange;
  /** Changes that could not be found on the head shown, by their keys. */
  readonly lost: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly measured: 'not-yet' | 'skin' | 'straight';
};

/** In the order of what matters to whoever injects next. */
const kinds: readonly ChangeKind[] = ['added', 'removed', 'open', 'moved', 'unchanged', 'neither'];
const told = { 'not-yet': 'comparison.measuring', skin: 'comparison.bySkin', straight: 'comparison.straight' } as const;

/** The differences as a list that turns the head: whatever the head shows is said here. */
export function CompareChanges({ change, lost, selected, onSelect, measured }: Props) {
  const { given } = change.doses;
  const comparable = isOneProduct(change.products);
  const of = (kind: ChangeKind) => change.sites.filter((site) => site.kind === kind);
  const different = kinds.slice(0, 4).flatMap(of);
  const farthest = Math.max(0, ...of('unchanged').map(({ shift }) => shift?.mm ?? 0));
  const item = (site: SiteChange) => (
    <Item
      key={changeKey(site)}
      site={site}
      lost={lost.has(changeKey(site))}
      selected={changeKey(site) === selected}
      onSelect={onSelect}
    />
  );
  return (
    <section aria-label={t('comparison.list')} className={styles['changes']}>
      <div className={styles['sum']}>
        <p className={styles['difference']}>
          <span className="hidden">{t('comparison.differenceName')}</span>
          {comparable ? t('comparison.differs', { units: signedUnits(given.after - given.before) }) : '–'}
        </p>
        <p>
          {kinds
            .filter((kind) => of(kind).length > 0)
            .map((kind) => t(`comparison.count.${kind}`, { n: of(kind).length }))
            .join(', ')}
        </p>
      </div>
      {different.length === 0 && <p>{t('comparison.none')}</p>}
      <ul className={styles['list']}>{different.map(item)}</ul>
      <Folded mark="unchanged" title={t('comparison.unchangedTitle')} sites={of('unchanged')} draw={item}>
        {t('comparison.unchangedAll', {
          n: of('unchanged').length,
          mm: mmText(Math.ceil(Math.max(farthest, samePlace.mm))),
        })}
      </Folded>
      <Folded mark="neither" title={t('comparison.neitherTitle')} sites={of('neither')} draw={item}>
        {t('comparison.neitherAll', { n: of('neither').length })}
      </Folded>
      <p className={styles['fine']} role="status">
        {t(told[measured])}
      </p>
      <p className={styles['fine']}>{t('comparison.chosen', { same: samePlace.mm, extra: sameExtra.mm })}</p>
    </section>
  );
}

type FoldedProps = {
  readonly mark: 'unchanged' | 'neither';
  readonly title: string;
  readonly sites: readonly SiteChange[];
  readonly draw: (site: SiteChange) => React.ReactNode;
  readonly children: string;
};

/** Many sites of which little is to be said, on one line that opens. */
function Folded({ mark, title, sites, draw, children }: FoldedProps) {
  const theme = useTheme();
  if (sites.length === 0) return null;
  return (
    <details className={styles['folded']}>
      <summary>
        <CompareGlyph mark={mark} theme={theme} size={26} />
        <span>
          <b className={styles['name']}>{title}</b>
          <span className={styles['detail']}>{children}</span>
        </span>
      </summary>
      <ul className={styles['list']}>{sites.map(draw)}</ul>
    </details>
  );
}

type ItemProps = {
  readonly site: SiteChange;
  readonly lost: boolean;
  readonly selected: boolean;
  readonly onSelect: (key: string) => void;
};

function Item({ site, lost, selected, onSelect }: ItemProps) {
  const theme = useTheme();
  const units = unitsOf(site);
  return (
    <li>
      <button
        type="button"
        className={styles['item']}
        aria-pressed={selected}
        onClick={() => {
          onSelect(changeKey(site));
        }}
      >
        <CompareGlyph mark={site.kind} theme={theme} size={26} />
        <span>
          <b className={styles['name']}>
            {t('comparison.item', { site: changeName(site), kind: t(`comparison.kind.${site.kind}`) })}
          </b>
          <span className={styles['detail']}>{changeDetail(site)}</span>
          {lost && <span className={styles['detail']}>{t('comparison.notOnHead')}</span>}
        </span>
        <em>{units === 0 ? '' : t('comparison.differs', { units: signedUnits(units) })}</em>
      </button>
    </li>
  );
}
