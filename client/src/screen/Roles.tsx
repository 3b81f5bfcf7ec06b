import { useState } from 'react';
import type { Role } from '../state/roles.ts';
import classes from './EntityPanel.module.css';
import { When } from './Facts.tsx';

const AT_FIRST = 5;

/** Offices and kinships, with when they are told. */
export function Roles({ roles }: { roles: readonly Role[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={classes.roles} aria-label="Roles">
        {(all ? roles : roles.slice(0, AT_FIRST)).map(({ role, label, days }) => (
          <li key={`${role} ${label}`}>
            <span>
              {role}
              {label !== null && <span className={classes.soft}> · {label}</span>}
            </span>
            {days && (
              <span className={classes.when}>
                <When date={days[0] === days[1] ? days[0] : days.join('/')} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {roles.length > AT_FIRST && !all && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {roles.length - AT_FIRST} more
        </button>
      )}
    </>
  );
}
