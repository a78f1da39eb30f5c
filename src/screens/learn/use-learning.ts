import { use } from 'react';
import { useStore } from 'zustand';
import type { LearnKit } from '../../state/learn/learn-kit';
import type { LearningState } from '../../state/learn/learning-desk';
import { useServices } from '../services';

/** What Learn is made of, and what was learned so far. The screen waits for the first. */
export function useLearning(): LearnKit & LearningState {
  const kit = use(useServices().learn());
  return { ...kit, ...useStore(kit.desk.store) };
}
