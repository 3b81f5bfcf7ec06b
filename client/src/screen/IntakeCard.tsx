import { ActionIcon, Progress } from '@mantine/core';
import { type Intake, tally } from '../state/intake.ts';
import { count } from '../state/words.ts';
import classes from './IntakeCard.module.css';
import { icons } from './icons.tsx';

/** How far the reading of what was handed over has come, and what could not be read and why. */
export default function IntakeCard({ intake, onClose }: { intake: Intake; onClose(): void }) {
  const { all, done, added, known, failed, reading } = tally(intake);
  const over = done === all;
  return (
    <section className={classes.card} aria-label="Reading">
      <div className={classes.head}>
        <strong role="status">
          {over
            ? [
                added > 0 && `${count(added, 'article')} read`,
                known > 0 && `${known} read before`,
                failed.length > 0 && `${failed.length} not read`,
              ]
                .filter(Boolean)
                .join(', ')
            : `Reading ${Math.min(done + 1, all)} of ${all}`}
        </strong>
        {over && (
          <ActionIcon size={26} variant="subtle" color="gray" aria-label="Close" onClick={onClose}>
            {icons.close}
          </ActionIcon>
        )}
      </div>
      {!over && (
        <>
          <Progress
            size={4}
            value={(100 * done) / all}
            aria-label="Articles read"
            transitionDuration={0}
            color="var(--ink)"
          />
          <p className={classes.name}>{reading?.title ?? reading?.name}</p>
        </>
      )}
      {over && added > 0 && <p className={classes.name}>What is new is marked red until you look at it.</p>}
      {failed.length > 0 && (
        <ul className={classes.failed} aria-label="Not read">
          {failed.map(({ name, problem }) => (
            <li key={name}>
              <span>{name}</span>
              {problem && [problem.title, problem.hint].filter(Boolean).join('. ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
