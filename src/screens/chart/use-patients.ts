import { useEffect, useState } from 'react';
import { type ListedPatient, patientsOf } from '../../record/patients';
import type { StoreError } from '../../record/ports';
import { type PatientSearch, searchPatients } from '../../state/listing-search';
import { useServices } from '../services';

export type Patients =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: StoreError }
  | ({ readonly kind: 'read'; readonly all: readonly ListedPatient[] } & PatientSearch);

/** The patients of this device by their sessions but for the open one, read once for as long as a form is open. */
export function usePatients(open: string): Patients {
  const { store } = useServices();
  const [patients, setPatients] = useState<Patients>({ kind: 'reading' });
  useEffect(() => {
    let asked = true;
    void store.list().then((listed) => {
      if (!asked) return;
      if (!listed.ok) {
        setPatients({ kind: 'failed', error: listed.error });
        return;
      }
      const all = patientsOf(listed.value.filter(({ id }) => id !== open));
      setPatients({ kind: 'read', all, ...searchPatients(all) });
    });
    return () => {
      asked = false;
    };
  }, [open, store]);
  return patients;
}
