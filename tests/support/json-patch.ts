import { isDeepStrictEqual } from 'node:util';
import type { PatchStep } from '../../src/exchange/fhir/corrections';

/** Applies a JSON Patch (RFC 6902) of the steps that are sent, all of it or nothing: throws where one does not hold. */
export function patched<T>(resource: T, steps: readonly PatchStep[]): T {
  const changed = structuredClone(resource);
  for (const step of steps) {
    const names = step.path.split('/').slice(1);
    const last = names.pop() ?? '';
    const parent = names.reduce<unknown>((at, name) => at && Reflect.get(at, name), changed) as object | undefined;
    if (parent === undefined) throw new Error(`no such place: ${step.path}`);
    const isThere = Object.hasOwn(parent, last);
    if (step.op === 'add') {
      if (Array.isArray(parent)) parent.splice(last === '-' ? parent.length : Number(last), 0, step.value);
      else Reflect.set(parent, last, step.value);
      continue;
    }
    if (!isThere) throw new Error(`nothing there: ${step.path}`);
    if (step.op === 'test') {
      if (!isDeepStrictEqual(Reflect.get(parent, last), step.value)) throw new Error(`differs: ${step.path}`);
    } else if (step.op === 'replace') Reflect.set(parent, last, step.value);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  return changed;
}
