/** Why this file exists: requirements down, candidates across; the keyboard walks the cells and comes back to the one it left. */
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { stageWord } from '../candidates/candidate-words.js';
import { Avatar } from '../ui/avatar.js';
import { CompareCell } from './compare-cell.js';
import type { Opened } from './compare-evidence.js';
import { CompareFacts } from './compare-facts.js';
import { useCompareTexts } from './compare-texts.js';
import { cellOf, idOf, nameOf, type Compared, type Requirement } from './compare-types.js';
import styles from './compare.module.css';

interface CompareTableProps {
  readonly candidates: readonly Compared[];
  readonly requirements: readonly Requirement[];
  readonly onOpen: (opened: Opened) => void;
}

export function CompareTable({ candidates, requirements, onOpen }: CompareTableProps): ReactNode {
  const t = useCompareTexts();
  const walk = useWalk(requirements.length, candidates.length);
  const groups = [
    { key: 'must', title: t('groupMust'), rows: requirements.filter((one) => one.isMustHave) },
    { key: 'other', title: t('groupOther'), rows: requirements.filter((one) => !one.isMustHave) },
  ].filter((group) => group.rows.length > 0);
  return (
    <div className={styles.scroll} role="region" aria-label={t('table')} tabIndex={0}>
      <table
        className={styles.table}
        ref={walk.table}
        style={{ '--candidates': candidates.length } as React.CSSProperties}
      >
        <thead>
          <tr>
            <th scope="col">{t('colRequirement')}</th>
            {candidates.map((one) => (
              <th key={idOf(one)} scope="col">
                <span className={styles.name}>
                  <Avatar name={nameOf(one)} size={22} />
                  {nameOf(one)}
                </span>
                <span className={styles.under}>
                  {one.application == null ? null : stageWord(one.application.stage)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <CompareFacts candidates={candidates} />
        {groups.map((group) => (
          <tbody key={group.key} onKeyDown={walk.press}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={candidates.length + 1}>
                {group.title}
              </th>
            </tr>
            {group.rows.map((one) => (
              <tr key={one.skillKey}>
                <th scope="row">
                  {one.skillName}
                  <span className={styles.under}>{t('levelAsked', { level: one.level, weight: one.weight })}</span>
                </th>
                {candidates.map((candidate, column) => {
                  const row = requirements.indexOf(one);
                  return (
                    <td key={idOf(candidate)}>
                      <CompareCell
                        of={cellOf(candidate, one.skillKey)}
                        name={nameOf(candidate)}
                        requirement={one}
                        at={`${row}:${column}`}
                        isStop={walk.stop === `${row}:${column}`}
                        onFocus={() => walk.setStop(`${row}:${column}`)}
                        onOpen={() => onOpen({ candidate, requirement: one })}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** One stop for Tab in the whole table; arrows, Home and End go on from there. */
function useWalk(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setStop] = useState('0:0');
  const [row = 0, column = 0] = at.split(':').map(Number);
  const stop = row < rows && column < columns ? at : '0:0';
  const press = (event: KeyboardEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (cell === undefined) return;
    const [y = 0, x = 0] = cell.split(':').map(Number);
    const next = {
      ArrowLeft: [y, x - 1],
      ArrowRight: [y, x + 1],
      ArrowUp: [y - 1, x],
      ArrowDown: [y + 1, x],
      Home: [y, 0],
      End: [y, columns - 1],
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}:${next[1]}"]`)?.focus();
  };
  return { table, stop, setStop, press };
}
