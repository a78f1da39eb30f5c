import '../../messages/later';
import { History, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Message, t } from '../../messages/translate';
import type { Session } from '../../record/session';
import { isUntouched } from '../../state/plan-shape';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useChart, usePractice, useServices } from '../services';
import styles from './plan-dialog.module.css';
import { dayText } from './time-text';

/** The plan made after the last session or a template; and this plan kept as a template. */
export function PlanDialog({ session }: { readonly session: Session }) {
  const { chart, replanning } = useServices();
  const templates = usePractice((s) => s.templates);
  const notice = useChart((s) => s.notice);
  const [last, setLast] = useState<{ readonly day: string; readonly units: number } | null>(null);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  /** Why the templates are as they were. */
  const [problem, setProblem] = useState<Message | null>(null);
  const untouched = isUntouched(session);
  useEffect(() => {
    void replanning()
      .then((plans) => plans.last(session))
      .then(setLast);
  }, [replanning, session]);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const keep = () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    void replanning()
      .then((plans) => plans.keepTemplate(name))
      .then((why) => {
        setProblem(why);
        if (why === null) setName('');
      });
  };
  return (
    <Dialog title={t('plan.title')} closeLabel={t('action.close')} onClose={close}>
      <div className={styles['parts']}>
        {!untouched && <p>{t('plan.begun')}</p>}
        {untouched && (
          <Button
            size="large"
            wide
            disabled={last === null}
            icon={<History size={18} aria-hidden="true" />}
            onClick={() => {
              close();
              void replanning().then((plans) => plans.asLast());
            }}
          >
            {last === null ? t('plan.noLast') : t('plan.asLastOn', { day: dayText(last.day), units: last.units })}
          </Button>
        )}
        <section aria-label={t('plan.templates')}>
          <h3>{t('plan.templates')}</h3>
          {templates.length === 0 && <p className={styles['faint']}>{t('plan.noTemplates')}</p>}
          <ul className={styles['templates']}>
            {templates.map(({ name: one, plan }) => (
              <li key={one}>
                <span>
                  <b>{one}</b>
                  <small>
                    {t('plan.shape', {
                      skips: plan.skips.length,
                      moves: plan.moves.length,
                      extras: plan.extras.length,
                    })}
                  </small>
                </span>
                {untouched && (
                  <Button
                    onClick={() => {
                      close();
                      void replanning().then((plans) => plans.asTemplate(one));
                    }}
                  >
                    {t('plan.use')}
                  </Button>
                )}
                <Button
                  aria-label={t('plan.drop', { name: one })}
                  icon={<Trash2 size={17} aria-hidden="true" />}
                  onClick={() =>
                    void replanning()
                      .then((plans) => plans.dropTemplate(one))
                      .then(setProblem)
                  }
                />
              </li>
            ))}
          </ul>
        </section>
        <form
          aria-label={t('plan.keep')}
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextField
            label={t('plan.name')}
            hint={t('plan.keepHint')}
            problem={missing ? t('plan.nameMissing') : null}
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <Button type="submit">{t('plan.keep')}</Button>
        </form>
        <p role="alert" className={styles['problem']}>
          {problem === null ? '' : t(problem.key, problem.values)}
        </p>
        <p role="status">{notice?.message.key === 'plan.kept' ? t('plan.kept', notice.message.values) : ''}</p>
      </div>
    </Dialog>
  );
}
