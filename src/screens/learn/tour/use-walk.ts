import { useEffect, useState } from 'react';
import type { RuleWalk } from '../../../anatomy/rule-walk';
import type { MapId, SiteId } from '../../../protocol/words';
import type { TourDesk } from '../../../state/learn/tour-desk';

export type Walk = RuleWalk | 'asking' | 'none';

/** How the rule of a site is walked on the head; `none` where no site is looked for, or the anatomy cannot be asked. */
export function useWalk(desk: TourDesk, map: MapId, site: SiteId | null): Walk {
  const key = site === null ? null : `${map} ${site}`;
  const [found, setFound] = useState<{ readonly key: string; readonly walk: RuleWalk | null } | null>(null);
  useEffect(() => {
    if (site === null || key === null) return undefined;
    let gone = false;
    void desk.rule(map, site).then((walk) => {
      if (!gone) setFound({ key, walk });
    });
    return () => {
      gone = true;
    };
  }, [desk, map, site, key]);
  if (key === null) return 'none';
  return found?.key === key ? (found.walk ?? 'none') : 'asking';
}
