/** Why this file exists: a person is added or edited in one window; what was typed survives every refusal. */
import { useEffect, useState, type ReactNode } from 'react';
import { Button, Group, Modal } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { usePeopleTexts } from './people.texts.js';
import { addInput, FIELD_OF, fieldsOf, updateInput, type PersonFields } from './person-fields.js';
import { PersonInputs } from './person-inputs.js';

export const PersonEdit = graphql(`
  fragment PersonEdit on Person {
    id
    version
    displayName
    availability
    mentorCapacity
    team {
      id
      name
    }
    manager {
      id
      displayName
    }
    jobRoleVersion {
      id
      title
    }
  }
`);

const AddPerson = graphql(`
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) {
      __typename
      ... on AddPersonSuccess {
        person {
          id
          displayName
        }
      }
      ...CommandProblem
    }
  }
`);
const UpdatePerson = graphql(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      __typename
      ... on UpdatePersonSuccess {
        person {
          id
          version
          displayName
        }
      }
      ...CommandProblem
    }
  }
`);

interface PersonFormProps {
  /** `null` adds a new person. */
  readonly person: FragmentType<typeof PersonEdit> | null;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
  /** Reads the newest state of the person after somebody else was faster. */
  readonly again?: () => void;
}

export function PersonForm({ person: reference, onClose, onDone, again }: PersonFormProps): ReactNode {
  const t = usePeopleTexts();
  const core = useCoreTexts();
  const person = readFragment(PersonEdit, reference);
  const [add, adding] = useCommand(AddPerson);
  const [update, updating] = useCommand(UpdatePerson);
  const [isStale, setStale] = useState(false);
  const form = useForm<PersonFields>({ defaultValues: fieldsOf(person) });
  const { reset, setError, formState } = form;
  const { dirtyFields } = formState;
  const version = person?.version;
  useEffect(() => {
    reset(fieldsOf(person), { keepDirtyValues: true });
    setStale(false);
    // a newer state of the same person arrived: what was typed stays, the rest follows
  }, [version]);
  const refuse = (problem: CommandProblem): void => {
    const field = problem.field === null ? undefined : FIELD_OF[problem.field];
    if (problem.kind === 'StaleVersion') setStale(true);
    else if (field === undefined) notifyProblem(problem);
    else setError(field, { message: problem.message }, { shouldFocus: true });
  };
  const submit = form.handleSubmit(async (fields) => {
    const outcome =
      person === null
        ? await add({ input: addInput(fields) })
        : await update({ input: updateInput(person, fields, (name) => dirtyFields[name] !== undefined) });
    if (!outcome.ok) {
      refuse(outcome.problem);
      return;
    }
    const { id, displayName } = outcome.value.person;
    notifyDone(person === null ? t('added', { name: displayName }) : t('saved'));
    onClose();
    onDone(id);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={person === null ? t('addTitle') : t('editTitle', { name: person.displayName })}
      size="lg"
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        {isStale ? (
          <div className="banner" role="alert" style={{ marginBottom: 14 }}>
            <span>{t('staleFields')}</span>
            <Button size="compact-sm" variant="default" onClick={again}>
              {core('loadNewest')}
            </Button>
          </div>
        ) : null}
        <PersonInputs form={form} person={person} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {core('cancel')}
          </Button>
          <Button type="submit" loading={adding || updating}>
            {t(person === null ? 'add' : 'save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
