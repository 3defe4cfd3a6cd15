/** Why this file exists: permissions as a table in words: what, what may be done with it, and which rows. */
import type { ReactNode } from 'react';
import { list } from '../app/format.js';
import styles from './grants.module.css';
import { useGrantsTexts } from './grants.texts.js';

interface Right {
  readonly permission: string;
  readonly resource: string;
  readonly action: string;
  readonly rows: readonly string[];
}

interface Line {
  readonly resource: string;
  readonly actions: string[];
  readonly rows: string;
}

/** Rights on the same thing and the same rows stand in one line. */
function linesOf(rights: readonly Right[]): readonly Line[] {
  const lines: Line[] = [];
  for (const right of rights) {
    const rows = right.rows.join(', ');
    const same = lines.find((l) => l.resource === right.resource && l.rows === rows);
    if (same === undefined) lines.push({ resource: right.resource, actions: [right.action], rows });
    else same.actions.push(right.action);
  }
  return lines;
}

const inOneSentence = (actions: readonly string[]): string =>
  list(actions.map((action, i) => (i === 0 ? action : action.charAt(0).toLowerCase() + action.slice(1))));

export function RightsTable({
  rights,
  label,
}: {
  readonly rights: readonly Right[];
  readonly label: string;
}): ReactNode {
  const t = useGrantsTexts();
  return (
    <table className={`table ${styles.rights}`} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('may')}</th>
          <th scope="col">{t('rows')}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf(rights).map((line) => (
          <tr key={`${line.resource}${line.rows}`}>
            <th scope="row">{line.resource}</th>
            <td>{inOneSentence(line.actions)}</td>
            <td className="muted">{line.rows}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
