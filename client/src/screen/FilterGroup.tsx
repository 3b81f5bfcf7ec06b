import classes from './Legend.module.css';

/** Filters of one kind, as a list under its name. */
export function FilterGroup({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.rows}>{children}</ul>
    </section>
  );
}
