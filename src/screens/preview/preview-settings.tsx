import { type Language, languageNames, languages } from '../../messages/patient/languages';
import { textSizes } from '../../state/preview/view';
import { useServices, useSettings } from '../services';
import { Choice } from './choice';
import styles from './preview-settings.module.css';
import { usePreview, usePreviewView } from './use-preview';

/** In which language, how large, how dark on light: what makes it easy to read for whoever sits there now. */
export function PreviewSettings() {
  const { kit, words } = usePreview();
  const { settings, reducedMotion } = useServices();
  const language = useSettings(({ patientLanguage }) => patientLanguage);
  const { size, contrast, still } = usePreviewView((view) => view);
  return (
    <section className={styles['settings']} aria-labelledby="preview-settings">
      <h2 id="preview-settings">{words.say('preview.set')}</h2>
      <Choice<Language>
        label={words.say('preview.set.language')}
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        onChange={(patientLanguage) => {
          settings.setState({ patientLanguage });
        }}
      />
      <Choice
        label={words.say('preview.set.size')}
        value={size}
        options={textSizes.map((value) => ({ value, label: words.say(`preview.set.size.${value}`) }))}
        onChange={(value) => {
          kit.view.setState({ size: value });
        }}
      />
      <Choice
        label={words.say('preview.set.contrast')}
        value={contrast}
        options={(['normal', 'high'] as const).map((value) => ({
          value,
          label: words.say(`preview.set.contrast.${value}`),
        }))}
        onChange={(value) => {
          kit.view.setState({ contrast: value });
        }}
      />
      {/* Where the device asks for stillness there is nothing to choose. */}
      {!reducedMotion && (
        <Choice
          label={words.say('preview.set.motion')}
          value={still ? 'off' : 'on'}
          options={(['on', 'off'] as const).map((value) => ({
            value,
            label: words.say(`preview.set.motion.${value}`),
          }))}
          onChange={(value) => {
            kit.view.setState({ still: value === 'off' });
          }}
        />
      )}
    </section>
  );
}
