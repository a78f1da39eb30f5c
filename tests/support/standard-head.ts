import { readHead } from '../../scripts/read-head';
import { Anatomy } from '../../src/anatomy/anatomy';

let made: Promise<Anatomy> | null = null;

/** The standard head, read and made ready once a test file. */
export function standardAnatomy(): Promise<Anatomy> {
  made ??= readHead().then((model) => new Anatomy(model));
  return made;
}
