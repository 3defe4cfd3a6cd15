/** Why this file exists: the face of the invitations module, and its wiring. */
import { Module } from '@nestjs/common';
import { setInvitationDoor } from '../sign-on/index.js';
import { acceptBySignOn } from './accept.js';
import { AcceptResolver } from './accept.resolver.js';
import { InvitationsResolver } from './invitations.resolver.js';
import './problems.js';

export { invitationTable } from './invitation.table.js';

@Module({ providers: [InvitationsResolver, AcceptResolver] })
export class InvitationsModule {
  constructor() {
    setInvitationDoor(acceptBySignOn);
  }
}
