/** Why this file exists: who is invited, with which grants, and for how long. */
import type { ReactNode } from 'react';
import { Button, Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { notifyProblem } from '../app/notify.js';
import { useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { Grant } from '../gql/graphql.js';
import type { Made } from './invite-window.js';
import { useInvitationTexts } from './invitations.texts.js';

const GrantsToChoose = graphql(`
  query GrantsToChoose {
    grantKinds {
      grant
      name
      description
    }
  }
`);
const Invite = graphql(`
  mutation Invite($input: InviteInput!) {
    invite(input: $input) {
      __typename
      ... on InviteSuccess {
        invitation {
          id
        }
        secret {
          value
        }
      }
      ...CommandProblem
    }
  }
`);

interface Values {
  displayName: string;
  email: string;
  grants: Grant[];
  days: number;
}

interface InviteFormProps {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}

export function InviteForm({ person, onMade, onClose }: InviteFormProps): ReactNode {
  const t = useInvitationTexts();
  const kinds = useRead(GrantsToChoose, {}).data?.grantKinds ?? [];
  const [invite, inviting] = useCommand(Invite);
  const { register, handleSubmit, formState, setError, control } = useForm<Values>({
    defaultValues: {
      displayName: person?.name ?? '',
      email: '',
      grants: person === null ? [] : ['EMPLOYEE'],
      days: 14,
    },
  });
  const send = handleSubmit(async (input) => {
    const outcome = await invite({ input: { ...input, personId: person?.id ?? null } });
    if (outcome.ok) {
      onMade({ name: input.displayName, secret: outcome.value.secret.value ?? null });
      return;
    }
    const field = (['displayName', 'email', 'days'] as const).find((f) => outcome.problem.field === `input.${f}`);
    if (field === undefined) notifyProblem(outcome.problem);
    else setError(field, { message: outcome.problem.message }, { shouldFocus: true });
  });
  const filled = (value: string): true | string => value.trim() !== '' || t('required');
  return (
    <form noValidate onSubmit={(event) => void send(event)} style={{ display: 'grid', gap: 16 }}>
      <TextInput
        label={t('name')}
        maxLength={120}
        data-autofocus={person === null ? true : undefined}
        {...register('displayName', { validate: filled })}
        error={formState.errors.displayName?.message}
      />
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        type="email"
        autoComplete="off"
        data-autofocus={person === null ? undefined : true}
        {...register('email', { validate: filled })}
        error={formState.errors.email?.message}
      />
      <Controller
        control={control}
        name="grants"
        render={({ field }) => (
          <Checkbox.Group
            label={t('grants')}
            description={t('grantsHint')}
            value={field.value}
            onChange={(value) => field.onChange(value)}
          >
            <div style={{ display: 'grid', gap: 8, marginTop: 8 }}>
              {kinds.map((kind) => (
                <Checkbox key={kind.grant} value={kind.grant} label={kind.name} description={kind.description} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      <Controller
        control={control}
        name="days"
        render={({ field }) => (
          <NumberInput
            label={t('days')}
            description={t('daysHint')}
            value={field.value}
            onChange={(value) => field.onChange(typeof value === 'number' ? value : 14)}
            min={1}
            max={14}
            allowDecimal={false}
            error={formState.errors.days?.message}
          />
        )}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={inviting}>
          {t('make')}
        </Button>
      </Group>
    </form>
  );
}
