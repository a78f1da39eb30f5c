import '../../../messages/later';
import { Download, FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { classResults, type ClassResults } from '../../../learn/class-results';
import { t } from '../../../messages/translate';
import type { AssessmentDesk } from '../../../state/learn/assessment-desk';
import { takenOf } from '../../../state/learn/assessment-names';
import { aboutText } from '../../../state/learn/assessment-text';
import { storeErrorText } from '../../../state/refusal-text';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import page from '../../shell/page.module.css';
import { FilesButton } from '../assessment/files-button';
import { useAssessments } from '../assessment/use-assessments';
import parts from '../assessment/parts.module.css';
import styles from './class.module.css';
import { ClassLearners } from './class-learners';
import { ClassMap } from './class-map';
import { ClassSites } from './class-sites';

/** A supervisor's view of a group: who passed, and where all of them go wrong. */
export function ClassPart() {
  const found = useAssessments();
  if (found === null)
    return (
      <main className={page['page']}>
        <h1>{t('assess.class.name')}</h1>
        <p className={page['hint']}>{t('app.loading')}</p>
      </main>
    );
  const { desk, problem } = found;
  return (
    <Class desk={desk} problem={problem === null ? null : t('assess.notRead', { why: storeErrorText(problem) })} />
  );
}

function Class({ desk, problem }: { readonly desk: AssessmentDesk; readonly problem: string | null }) {
  const { certificates, assessments, unreadable } = useStore(desk.store);
  const all = useMemo(() => classResults(certificates.map(takenOf)), [certificates]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const results = all.find(({ key }) => key === chosen) ?? all[0] ?? null;
  return (
    <main className={styles['class']}>
      <div className={page['head']}>
        <h1>{t('assess.class.name')}</h1>
        {results !== null && (
          <Button
            icon={<Download size={17} aria-hidden="true" />}
            onClick={() => {
              setSaid(t('assess.class.exported', { name: desk.saveTable(results) }));
            }}
          >
            {t('assess.class.csv')}
          </Button>
        )}
        <FilesButton
          desk={desk}
          label={t('assess.class.import')}
          icon={<FileUp size={17} aria-hidden="true" />}
          isPrimary={results === null}
        />
      </div>
      <p className={page['hint']}>{t('assess.class.intro')}</p>
      <p role="alert" className={page['message']}>
        {problem}
      </p>
      <p role="status" className={page['message']}>
        {said}
      </p>
      {unreadable > 0 && <p className={parts['warning']}>{t('assess.unreadable', { n: unreadable })}</p>}
      {results === null ? (
        <p className={parts['empty']}>{t('assess.class.none')}</p>
      ) : (
        <>
          {all.length > 1 && (
            <SelectField
              label={t('assess.class.which')}
              value={results.key}
              options={all.map((one) => ({
                value: one.key,
                label: t('assess.class.option', {
                  title: one.assessment.title,
                  n: one.rows.length,
                  short: one.key.slice(0, 6),
                }),
              }))}
              onChange={setChosen}
            />
          )}
          <Results
            // Another assessment begins with nothing chosen.
            key={results.key}
            desk={desk}
            results={results}
            isKnown={assessments.some(({ key }) => key === results.key)}
            isSplit={all.some(({ key, assessment }) => key !== results.key && assessment.id === results.assessment.id)}
          />
        </>
      )}
    </main>
  );
}

type ResultsProps = {
  readonly desk: AssessmentDesk;
  readonly results: ClassResults;
  /** The very assessment is on this device. */
  readonly isKnown: boolean;
  /** There are certificates of another one under its id. */
  readonly isSplit: boolean;
};

function Results({ desk, results, isKnown, isSplit }: ResultsProps) {
  const { assessment, passed, learners } = results;
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <>
      <div className={styles['summary']}>
        <p className={styles['passed']}>{t('assess.class.head', { passed, n: learners })}</p>
        <p>
          <b>{assessment.title}</b> {aboutText(assessment)}
        </p>
        <p>{t('assess.limit')}</p>
      </div>
      {!isKnown && <p className={parts['warning']}>{t('assess.class.unknown')}</p>}
      {isSplit && <p className={parts['warning']}>{t('assess.class.otherMark')}</p>}
      <ClassLearners desk={desk} results={results} />
      <div className={styles['beside']}>
        <ClassMap desk={desk} results={results} selected={selected} onSelect={setSelected} />
        <ClassSites results={results} selected={selected} onSelect={setSelected} />
      </div>
    </>
  );
}
