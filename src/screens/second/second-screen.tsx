import '../../messages/later';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { Second } from '../../state/second/follow';
import { useServices } from '../services';
import { UseNotice } from '../shell/use-notice';
import { useTitle } from '../use-title';
import { SecondBar } from './second-bar';
import { SecondBody } from './second-body';
import styles from './second-screen.module.css';

/**
 * What is charted in another window, large enough for whoever injects. It shows and never writes: it has no part in the
 * chart of this window, and reads each step once it is saved.
 */
export function SecondScreen() {
  const { beside } = useServices();
  const [second, setSecond] = useState<Second | null>(null);
  useEffect(() => {
    let end: (() => void) | null = () => undefined;
    void beside().then((desk) => {
      if (end === null) return;
      const following = desk.second.follow();
      end = following.close;
      setSecond(following);
    });
    return () => {
      end?.();
      end = null;
    };
  }, [beside]);
  useTitle(t('second.title'));
  return (
    <div className={styles['screen']}>
      {second !== null && (
        <>
          <SecondBar second={second} />
          <UseNotice />
          <SecondBody second={second} />
        </>
      )}
    </div>
  );
}
