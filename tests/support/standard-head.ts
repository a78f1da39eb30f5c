import { type DrawnHead, readHead } from '../../scripts/read-head';
import { Anatomy } from '../../src/anatomy/anatomy';

let read: Promise<DrawnHead> | null = null;
let made: Promise<Anatomy> | null = null;

/** The standard head as it is read from its files, its muscles with their fibres. */
export function standardHead(): Promise<DrawnHead> {
  read ??= readHead();
  return read;
}

/** The standard head, read and made ready once for all the files of tests that one worker runs. */
export function standardAnatomy(): Promise<Anatomy> {
  made ??= standardHead().then((model) => new Anatomy(model));
  return made;
}
