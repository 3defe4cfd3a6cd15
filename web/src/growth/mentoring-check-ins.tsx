/** Why this file exists: the check-ins of a mentee that wait, first those that wait for the mentor. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { useSession } from '../app/session.js';
import { Go } from '../ui/go.js';
import { nextStage } from './check-in-model.js';
import { useGrowthTexts } from './growth.texts.js';
import styles from './growth.module.css';

export const MentoringPlan = graphql(`
  fragment MentoringPlan on GrowthPlan {
    id
    goals {
      id
      skillKey
      skill {
        id
        name
      }
      checkIns {
        id
        assessorPerson {
          id
        }
        self {
          recordedAt
        }
        assessor {
          recordedAt
        }
        agreed {
          recordedAt
        }
      }
    }
  }
`);

interface MentoringCheckInsProps {
  readonly plan: FragmentType<typeof MentoringPlan> | null;
  readonly personName: string;
}

const WORDS = { SELF: 'checkInSelf', ASSESSOR: 'checkInView', AGREED: 'checkInAgree' } as const;

export function MentoringCheckIns({ plan, personName }: MentoringCheckInsProps): ReactNode {
  const t = useGrowthTexts();
  const { person } = useSession();
  const read = readFragment(MentoringPlan, plan);
  if (read == null) return null;
  const waiting = read.goals.flatMap((goal) =>
    goal.checkIns.flatMap((checkIn) => {
      const stage = nextStage(checkIn);
      const isMine = checkIn.assessorPerson?.id === person?.id;
      return stage === null || !isMine ? [] : [{ goal, checkIn, stage }];
    }),
  );
  return (
    <>
      <h4 style={{ marginTop: 10 }}>{t('checkIns')}</h4>
      {waiting.length === 0 ? <p className="muted">{t('checkInsNone')}</p> : null}
      <ul className={styles.due}>
        {waiting
          .toSorted((a, b) => Number(a.stage === 'SELF') - Number(b.stage === 'SELF'))
          .map(({ goal, checkIn, stage }) => {
            const skill = goal.skill?.name ?? goal.skillKey;
            return (
              <li key={checkIn.id}>
                <Go to={`/growth/${read.id}?goal=${goal.skillKey}`}>{t(WORDS[stage], { skill, name: personName })}</Go>
              </li>
            );
          })}
      </ul>
    </>
  );
}
