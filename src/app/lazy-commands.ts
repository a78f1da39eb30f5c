import type { allCommands } from '../state/commands/all';
import type { Command } from '../state/commands/command';

/** The actions, fetched once they are asked for: with the map drawn, or by the first key. */
export function createLazyCommands(deps: Parameters<typeof allCommands>[0]): () => Promise<readonly Command[]> {
  let made: Promise<readonly Command[]> | null = null;
  return () => {
    // One that could not be fetched is fetched again.
    made ??= import('../state/commands/all').then(
      (module) => module.allCommands(deps),
      (error: unknown) => {
        made = null;
        throw error;
      },
    );
    return made;
  };
}
