/** Why this file exists: the commands for the worst day: backup and restore, and proof that the audit trail is what was recorded. */
import type { Command } from 'commander';
import type { Config } from '../platform/config/index.js';

type Run = (work: (config: Config) => Promise<void>) => () => Promise<void>;

export function addBackupCommands(program: Command, run: Run): void {
  program
    .command('backup')
    .description(
      'Write everything the product keeps into one compressed file, from one snapshot, while the server runs.\nThe file holds personal data: only its owner may read it. Sessions are left out.',
    )
    .argument('<file>', 'where to write; the file appears when it is whole')
    .option('--force', 'replace a file that is there')
    .action((file: string, options: { force?: boolean }) =>
      run(async (config) => (await import('./backup.js')).backupCommand(config, file, options))(),
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinladder backup /backups/2026-11-05.twinladder\n\nKeep the seal that it prints apart from the file: it stands for every row.\nKeep TWINLADDER_SECRET (or the file secret in TWINLADDER_DATA) with your backups: status links need it.',
    );
  program
    .command('restore')
    .description(
      'Make an empty database what a backup says: all or nothing, and only when every row and every audit chain has been verified.',
    )
    .argument('<file>', 'a file made by twinladder backup')
    .option('--replace', 'remove everything the database holds, and say what that is')
    .option('--check', 'only check the file; no database is touched')
    .action((file: string, options: { replace?: boolean; check?: boolean }) =>
      run(async (config) => (await import('./backup.js')).restoreCommand(config, file, options))(),
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinladder restore --check /backups/2026-11-05.twinladder\n  twinladder restore /backups/2026-11-05.twinladder\n\nStop the server first. An older backup is brought to the current shape. Everybody signs in anew afterwards.',
    );
}

export function addAuditCommands(program: Command, run: Run): void {
  program
    .command('verify-audit')
    .description(
      'Walk the audit chain of every organisation and name the first bad event. Exit code 1 when a chain is broken.',
    )
    .option('--organisation <slug>', 'only this organisation')
    .option('--heads <file>', 'hold the chains against these signed heads too: finds a rewritten chain and a cut tail')
    .option('--key <files...>', 'public keys that signed the heads')
    .action((options: { organisation?: string; heads?: string; key?: string[] }) =>
      run(async (config) => (await import('./audit.js')).verifyAudit(config, options))(),
    );
  program
    .command('audit-export')
    .description('Write the whole audit trail of an organisation into a file that can be verified without a database.')
    .argument('<file>', 'where to write; a file that is there is never replaced')
    .requiredOption('--organisation <slug>', 'whose trail')
    .action((file: string, options: { organisation: string }) =>
      run(async (config) => (await import('./audit.js')).auditExport(config, file, options.organisation))(),
    );
  addHeadCommands(program.command('audit-heads').description('Signed ends of the audit chains, kept outside.'), run);
}

function addHeadCommands(heads: Command, run: Run): void {
  heads.addHelpText(
    'after',
    '\nExample:\n  twinladder audit-heads key heads.key\n  twinladder audit-heads public-key heads.key > heads.pub\n  twinladder audit-heads export --key heads.key /worm/heads\n  twinladder audit-export --organisation acme acme.trail\n  twinladder audit-heads verify --export acme.trail --heads /worm/heads/audit-heads.jsonl --key heads.pub\n\nTWINLADDER_AUDIT_HEADS lets the server append them every hour; docs/audit-trail.md tells the formats.',
  );
  heads
    .command('key')
    .description('Make the private key that signs heads (Ed25519, readable by you only) and print its public half.')
    .argument('<file>', 'where to keep it; a file that is there is never replaced')
    .action((file: string) => run(async () => (await import('./audit.js')).makeKey(file))());
  heads
    .command('public-key')
    .description('Print the public half of a key: what a verifier needs.')
    .argument('<file>', 'the private key')
    .action((file: string) => run(async () => (await import('./audit.js')).printPublicKey(file))());
  heads
    .command('export')
    .description('Append one signed head per organisation to audit-heads.jsonl in a folder.')
    .argument('[folder]', 'default: TWINLADDER_AUDIT_HEADS')
    .option('--key <file>', 'the private key; default: TWINLADDER_AUDIT_HEADS_KEY')
    .action((folder: string | undefined, options: { key?: string }) =>
      run(async (config) => (await import('./audit.js')).exportHeads(config, folder, options.key))(),
    );
  heads
    .command('verify')
    .description('Verify an exported trail with signed heads. Needs no database. Exit code 1 when anything is wrong.')
    .requiredOption('--export <file>', 'made by twinladder audit-export')
    .requiredOption('--heads <file>', 'audit-heads.jsonl')
    .requiredOption('--key <files...>', 'public keys that signed the heads')
    .action((options: { export: string; heads: string; key: string[] }) =>
      run(async () => (await import('./audit.js')).verifyExport(options))(),
    );
}
