/** Why this file exists: people who offered to mentor a step, best first, with what they hold, their room and the reasons. */
import { useState, type ReactNode } from 'react';
import { Select } from '@mantine/core';
import { graphql } from '../gql/index.js';
import type { GrowthMentorsQuery as GrowthMentorsData } from '../gql/graphql.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { Avatar } from '../ui/avatar.js';
import { Block } from '../ui/skeleton.js';
import { useGrowthTexts } from './growth.texts.js';
import styles from './mentor-picker.module.css';

const GrowthMentorsQuery = graphql(`
  query GrowthMentors($personId: ID, $skillKey: String!, $toLevel: Int) {
    mentorSuggestions(personId: $personId, skillKey: $skillKey, toLevel: $toLevel) {
      asked
      fromLevel
      toLevel
      suggested {
        level
        gap
        capacityLeft
        reasons
        person {
          id
          displayName
        }
      }
    }
  }
`);

export interface MentorNeed {
  readonly skillKey: string;
  readonly skillName: string;
  readonly fromLevel: number;
  readonly toLevel: number;
}
export interface ChosenMentor {
  readonly id: string;
  readonly name: string;
}

interface MentorPickerProps {
  readonly personId: string | null;
  /** Skills of the plan that are still to be raised; never empty. */
  readonly needs: readonly MentorNeed[];
  readonly value: ChosenMentor | null;
  readonly onChange: (mentor: ChosenMentor | null) => void;
  /** Unique on the page. */
  readonly name: string;
}

export function MentorPicker({ personId, needs, value, onChange, name }: MentorPickerProps): ReactNode {
  const t = useGrowthTexts();
  const [skill, setSkill] = useState<string | null>(null);
  const need = needs.find(({ skillKey }) => skillKey === skill) ?? needs[0];
  const variables = { personId, skillKey: need?.skillKey ?? '', toLevel: need?.toLevel ?? null };
  const read = useRead(GrowthMentorsQuery, variables, { pause: need === undefined });
  if (need === undefined) return null;
  return (
    <div className={styles.picker}>
      <p className="muted small-text">{t('mentorLead')}</p>
      <Select
        label={t('mentorSkill')}
        searchable
        allowDeselect={false}
        value={need.skillKey}
        onChange={setSkill}
        data={needs.map((n) => ({
          value: n.skillKey,
          label: t('mentorLevels', { name: n.skillName, from: n.fromLevel, to: n.toLevel }),
        }))}
      />
      <Loadable of={read} skeleton={<Block height={200} />}>
        {({ mentorSuggestions: offer }) =>
          offer == null ? <Missing /> : <Offers offer={offer} value={value} onChange={onChange} name={name} />
        }
      </Loadable>
    </div>
  );
}

interface OffersProps extends Pick<MentorPickerProps, 'value' | 'onChange' | 'name'> {
  readonly offer: NonNullable<GrowthMentorsData['mentorSuggestions']>;
}

function Offers({ offer, value, onChange, name }: OffersProps): ReactNode {
  const t = useGrowthTexts();
  return (
    <div role="radiogroup" aria-label={t('mentorTitle')} className={styles.offers}>
      {offer.suggested.length === 0 ? <p>{t('mentorNobody', { asked: offer.asked })}</p> : null}
      {offer.suggested.map(({ person, level, gap, capacityLeft, reasons }) =>
        person == null ? null : (
          <label key={person.id} className={styles.offer}>
            <input
              type="radio"
              name={name}
              checked={value?.id === person.id}
              onChange={() => onChange({ id: person.id, name: person.displayName })}
            />
            <Avatar name={person.displayName} size={28} />
            <span>
              <b>{person.displayName}</b>
              {gap === 2 ? <span className="pill sky">{t('mentorBest')}</span> : null}
              <span className={styles.why}>
                {t('mentorHolds', { level, count: gap })}, {t('mentorCapacity', { count: capacityLeft })},{' '}
                {reasons.at(-1)}
              </span>
            </span>
          </label>
        ),
      )}
      <label className={styles.offer}>
        <input type="radio" name={name} checked={value === null} onChange={() => onChange(null)} />
        <span>{t('mentorNotNow')}</span>
      </label>
    </div>
  );
}
