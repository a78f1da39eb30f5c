import { use } from 'react';
import type { LearnKit } from '../../../state/learn/learn-kit';
import { useServices } from '../../services';

/** What Learn is made of; the screen waits for it. */
export const useLearnKit = (): LearnKit => use(useServices().learn());
