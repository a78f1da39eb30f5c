import '../../../messages/later';
import { FileDown, FileUp, UserPlus, UserX } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../../messages/translate';
import type { FileOutcome } from '../../../state/learn/learning-desk';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import page from '../../shell/page.module.css';
import { useLearning } from '../use-learning';
import { AddLearner } from './add-learner';
import { ForgetLearner } from './forget-learner';
import styles from './progress.module.css';

/** Who learns here, and their learning as a file: out, in, and gone. */
export function LearnerBar() {
  const { desk, learners, learning } = useLearning();
  const file = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'add' | 'forget' | null>(null);
  const [said, setSaid] = useState<FileOutcome | null>(null);
  const close = () => {
    setOpen(null);
  };
  if (learning === null) return null;
  return (
    <>
      <div className={styles['learner']}>
        {learners.length > 1 && (
          <SelectField
            label={t('progress.learner')}
            value={learning.learner.id}
            options={learners.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => void desk.choose(id)}
          />
        )}
        <Button icon={<UserPlus size={17} aria-hidden="true" />} onClick={() => setOpen('add')}>
          {t('progress.add')}
        </Button>
        <Button icon={<FileDown size={17} aria-hidden="true" />} onClick={() => setSaid(desk.exportFile())}>
          {t('progress.export')}
        </Button>
        <Button icon={<FileUp size={17} aria-hidden="true" />} onClick={() => file.current?.click()}>
          {t('progress.import')}
        </Button>
        <Button tone="quiet" icon={<UserX size={17} aria-hidden="true" />} onClick={() => setOpen('forget')}>
          {t('progress.forget')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('progress.import')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen !== undefined) void desk.importFile(chosen).then(setSaid);
            event.target.value = '';
          }}
        />
      </div>
      <p role={said?.ok === false ? 'alert' : 'status'} className={page['message']}>
        {said === null ? null : t(said.message.key, said.message.values)}
      </p>
      {open === 'add' && <AddLearner onClose={close} />}
      {open === 'forget' && <ForgetLearner onClose={close} />}
    </>
  );
}
