import '../../../messages/later';
import { useEffect, useState } from 'react';
import { t } from '../../../messages/translate';
import { muscles } from '../../../protocol/paradigm';
import type { TourDesk } from '../../../state/learn/tour-desk';
import { useServices, useSettings } from '../../services';
import type { PartProps } from '../part-props';
import shared from '../learn-screen.module.css';
import { TourScreen } from './tour-screen';

/** The guided tour, once what it is made of is here. `at` names a muscle. */
export function TourPart({ at }: PartProps) {
  const { learn } = useServices();
  const map = useSettings((s) => s.map);
  const [desk, setDesk] = useState<TourDesk | null>(null);
  // An address that names a muscle counts before where one left.
  const muscle = muscles.find(({ id }) => id === at)?.id;
  useEffect(() => {
    let gone = false;
    void learn().then(async ({ tour }) => {
      await tour.resume(map);
      if (gone) return;
      if (muscle !== undefined) tour.toMuscle(muscle);
      setDesk(tour);
    });
    return () => {
      gone = true;
    };
  }, [learn, map, muscle]);
  return desk === null ? <p className={shared['loading']}>{t('app.loading')}</p> : <TourScreen desk={desk} />;
}
