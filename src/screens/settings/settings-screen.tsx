import '../../messages/later';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import { maps } from '../../protocol/maps';
import { sources } from '../../protocol/sources';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import type { SettingsPart } from '../../state/route';
import { later } from '../../ui/later';
import { useServices, useSettings } from '../services';
import page from '../shell/page.module.css';
import { TopBar } from '../shell/top-bar';
import { AidsSection } from './aids-section';
import { BackupSection } from './backup-section';
import { PracticeSection } from './practice-section';
import { ProfilesSection } from './profiles-section';
import { Protection } from './protection';
import styles from './settings-screen.module.css';
import { ToneField } from './tone-field';
import { VersionLines } from './version-lines';
import { WorkSection } from './work-section';

const PricesSection = later(async () => (await import('./prices-section')).PricesSection);
const ServerSection = later(async () => (await import('./server-section')).ServerSection);

/** What this device remembers outside the records, and what the product is. */
export function SettingsScreen({ part }: { readonly part: SettingsPart | null }) {
  const { settings, version, headModel } = useServices();
  const theme = useSettings((s) => s.theme);
  const map = useSettings((s) => s.map);
  const detail = useSettings((s) => s.detail);
  const drawing = useSettings((s) => s.drawing);
  const tone = useSettings((s) => s.tone);
  const hairline = useSettings((s) => s.hairline);
  const injector = useSettings((s) => s.injector);
  const letterKeys = useSettings((s) => s.letterKeys);
  return (
    <div className={page['screen']}>
      <TopBar screen="settings" />
      <main className={page['page']}>
        <h1>{t('settings.title')}</h1>
        <section className={page['card']}>
          <div className={styles['fields']}>
            <SelectField
              label={t('settings.theme')}
              value={theme}
              options={(['system', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`settings.theme.${value}`),
              }))}
              onChange={(value) => {
                settings.setState({ theme: value });
              }}
            />
            <SelectField
              label={t('settings.drawing')}
              hint={t('settings.drawingHint')}
              value={drawing}
              options={(['auto', '3d', 'drawn'] as const).map((value) => ({
                value,
                label: t(`settings.drawing.${value}`),
              }))}
              onChange={(value) => {
                settings.setState({ drawing: value });
              }}
            />
            <SelectField
              label={t('settings.detail')}
              value={detail}
              options={(['auto', 'full', 'light'] as const).map((value) => ({
                value,
                label: t(`settings.detail.${value}`),
              }))}
              onChange={(value) => {
                settings.setState({ detail: value });
              }}
            />
            <ToneField
              value={tone}
              onChange={(value) => {
                settings.setState({ tone: value });
              }}
            />
            <SelectField
              label={t('settings.hairline')}
              hint={t('settings.hairlineHint')}
              value={hairline ? 'on' : 'off'}
              options={(['off', 'on'] as const).map((value) => ({ value, label: t(`settings.hairline.${value}`) }))}
              onChange={(value) => {
                settings.setState({ hairline: value === 'on' });
              }}
            />
            <SelectField
              label={t('settings.map')}
              hint={t('settings.mapHint')}
              value={map}
              options={maps.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(value) => {
                settings.setState({ map: value });
              }}
            />
            <SelectField
              label={t('settings.letterKeys')}
              value={letterKeys ? 'on' : 'off'}
              options={(['on', 'off'] as const).map((value) => ({ value, label: t(`settings.letterKeys.${value}`) }))}
              onChange={(value) => {
                settings.setState({ letterKeys: value === 'on' });
              }}
            />
            <TextField
              label={t('settings.injector')}
              hint={t('settings.injectorHint')}
              value={injector}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => {
                settings.setState({ injector: event.target.value });
              }}
            />
          </div>
        </section>
        <PracticeSection />
        <PricesSection />
        <WorkSection />
        <AidsSection />
        <Protection />
        <ProfilesSection />
        <BackupSection sought={part === 'backup'} />
        <ServerSection />
        <Keeping />
        <section className={page['card']}>
          <h2>{t('use.title')}</h2>
          <p>{t('use.body')}</p>
          <p>{t('use.review')}</p>
        </section>
        <section className={page['card']}>
          <h2>{t('settings.about')}</h2>
          <p>
            {t('settings.version', { version })} · {t('settings.headModel', { model: headModel })}
          </p>
          <VersionLines />
          <p>{t('settings.licences')}</p>
          <p>
            <a className={styles['notices']} href="third-party.txt" target="_blank" rel="noreferrer">
              {t('settings.thirdParty')}
            </a>
          </p>
          <details className={styles['about']}>
            <summary>{t('settings.sources')}</summary>
            <ul className={styles['sources']}>
              {Object.entries(sources).map(([id, source]) => (
                <li key={id}>
                  {id}: {source.title}. {source.where}
                </li>
              ))}
            </ul>
          </details>
        </section>
      </main>
    </div>
  );
}

/** Whether the browser may clear what is kept here. */
function Keeping() {
  const { persistence } = useServices();
  const [granted, setGranted] = useState<boolean | null>(null);
  useEffect(() => {
    void persistence.granted().then(setGranted);
  }, [persistence]);
  return (
    <section className={page['card']}>
      <h2>{t('settings.storage')}</h2>
      {granted !== null && <p>{t(granted ? 'settings.persisted' : 'settings.notPersisted')}</p>}
      {granted === false && (
        <div>
          <Button
            onClick={() => {
              void persistence.ask().then(setGranted);
            }}
          >
            {t('settings.askPersist')}
          </Button>
        </div>
      )}
    </section>
  );
}
