import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { actionOf, type Surroundings } from './actions.ts';

/** Where single letters write text or turn a control, and so act as nothing else. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox]), textarea, select, [role=dialog] *, [role=menu] *'));

/** Whether single letters and signs act at all; kept in the browser. */
export const useLetterKeys = () =>
  useLocalStorage({ key: 'dateline-letter-keys', defaultValue: true, getInitialValueInEffect: false });

/** Listens for the keys of all actions. Single letters are left alone in text fields and dialogs (WCAG 2.1.4). */
export function useKeys(surroundings: Surroundings): void {
  const [letters] = useLetterKeys();
  const now = useRef({ ...surroundings, letters });
  now.current = { ...surroundings, letters };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action || event.defaultPrevented) return;
      const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      if (typing(event.target) && (!action.everywhere || letter || event.key === 'Escape')) return;
      if (letter && !now.current.letters) return;
      if (action.can && !action.can(now.current.explorer)) return;
      event.preventDefault();
      action.perform(now.current);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
