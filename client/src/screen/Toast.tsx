import { useEffect, useState } from 'react';
import classes from './Toast.module.css';

export interface Message {
  text: string;
  id: number;
  /** Only read out. */
  softly: boolean;
}

const SHOWN = 4500;

/** Says a thing once: read out, and in sight for a while. */
export function Toast({ message: { text, id, softly } }: { message: Message }) {
  const [past, setPast] = useState(0);
  useEffect(() => {
    const end = setTimeout(() => setPast(id), SHOWN);
    return () => clearTimeout(end);
  }, [id]);
  return (
    <div className={classes.toast} role="status" aria-live="polite" data-past={softly || past === id || text === ''}>
      {text}
    </div>
  );
}
