import { isArea, stepIds } from '../../../state/preview/steps';
import styles from './steps.module.css';

const areas = stepIds.filter(isArea).length;

/** How far one has come: a dot an area, or a dot a screen after them. Decorative, the words say it too. */
export function Dots({ at }: { readonly at: number }) {
  const steps = at < areas ? stepIds.slice(0, areas) : stepIds.slice(areas);
  const here = at < areas ? at : at - areas;
  return (
    <span className={styles['dots']} aria-hidden="true">
      {steps.map((step, n) => (
        <i key={step} data-is={n === here ? 'here' : n < here ? 'done' : 'ahead'} />
      ))}
    </span>
  );
}
