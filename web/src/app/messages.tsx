/** Why this file exists: the corner in which short messages appear; what was said before it is loaded waits for it. */
import '@mantine/notifications/styles.css';
import type { ReactNode } from 'react';
import { Notifications } from '@mantine/notifications';

export const Messages = (): ReactNode => <Notifications position="bottom-right" />;
