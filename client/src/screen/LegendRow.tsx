import classes from './Legend.module.css';

interface LegendRowProps {
  label: string;
  count: number;
  mark?: React.ReactNode;
  on: boolean;
  alone: boolean;
  onToggle(): void;
  onAlone(): void;
}

export function LegendRow({ label, count, mark, on, alone, onToggle, onAlone }: LegendRowProps) {
  return (
    <li className={classes.row} data-on={on}>
      <button
        type="button"
        className={classes.toggle}
        aria-pressed={on}
        onClick={onToggle}
        title={on ? 'Hide these' : 'Show these'}
      >
        {mark && <span className={classes.mark}>{mark}</span>}
        <span className={classes.label}>{label}</span>
        <span className={classes.count}>{count.toLocaleString('en')}</span>
      </button>
      <button
        type="button"
        className={classes.only}
        onClick={onAlone}
        aria-label={alone ? 'Show all again' : `Only ${label}`}
      >
        {alone ? 'all' : 'only'}
      </button>
    </li>
  );
}
