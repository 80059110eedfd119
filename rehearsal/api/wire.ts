import { shownIds, shownInteger, uuidOf } from './ids.ts';
import type { Instant } from './instant.ts';
import { existing } from './state.ts';
import type { ServerView, SnapshotView } from './views.ts';

type Shown = Record<string, unknown>;

/** A snapshot as this form of the API shows it. */
export function shownSnapshot(instant: Instant, view: SnapshotView): Shown {
  const { settings } = instant;
  const { id, name, description, status, size_mb, created_at } = view;
  return {
    ...shownIds(settings, id),
    ...shownOwner(instant, view.server.id),
    ...shownNames(instant, name),
    status,
    size_mb,
    created_at,
    ...(settings.form !== 'client' && { description }),
  };
}

/** What the answer to a restore says of its snapshot and its server. */
export function shownRestore(instant: Instant, { id, name, created_at, server }: SnapshotView): Shown {
  return {
    snapshot: { ...shownIds(instant.settings, id), ...shownNames(instant, name), created_at },
    server: { ...briefServer(instant, server.id), status: 'restoring' },
  };
}

/** A server as this form of the API shows it in a list. */
export function shownServer(instant: Instant, view: ServerView): Shown {
  const { settings } = instant;
  if (settings.form === 'documented') return { ...view, id: shownInteger(settings, view.id) };
  const { id, hostname, status, location, created_at } = view;
  return {
    ...(settings.form === 'both' && view),
    ...shownIds(settings, id),
    hostname,
    status,
    ...shownAddresses(instant, view),
    location_name: location,
    plan_name: nameIn(view.plan),
    os_name: nameIn(view.os),
    deployed: true,
    created_at,
  };
}

/** A server on its own, which has more to it than in a list. */
export function shownServerWhole(instant: Instant, view: ServerView): Shown {
  return {
    ...shownServer(instant, view),
    location: { name: view.location },
    plan: view.plan,
    operating_system: view.os,
  };
}

function shownOwner(instant: Instant, server: number): Shown {
  const { form, ownerAs } = instant.settings;
  const id = form === 'client' ? uuidOf(server) : shownInteger(instant.settings, server);
  switch (ownerAs) {
    case 'object':
      return { server: briefServer(instant, server) };
    case 'plain':
      return { server: id };
    case 'field':
      return {
        ...(form !== 'client' && { server_id: id }),
        ...(form !== 'documented' && { server_uuid: uuidOf(server) }),
      };
    case 'none':
      return {};
  }
}

function briefServer({ state, settings }: Instant, id: number): Shown {
  const { name, hostname } = existing(state.servers, id);
  const { form } = settings;
  return {
    ...shownIds(settings, id),
    ...(form !== 'client' && { name }),
    ...(form !== 'documented' && { hostname }),
  };
}

function shownNames({ settings: { form } }: Instant, name: string): Shown {
  return { ...(form !== 'client' && { name }), ...(form !== 'documented' && { label: name }) };
}

function shownAddresses({ state, settings }: Instant, { id, ip_address }: ServerView): Shown {
  const all = [ip_address, existing(state.servers, id).ipv6_address].filter((address) => address !== '');
  const ipv4_addresses = all.filter((address) => !address.includes(':'));
  const ipv6_addresses = all.filter((address) => address.includes(':'));
  switch (settings.addressAs) {
    case 'list':
      return { ipv4_addresses, ipv6_addresses };
    case 'text':
      return { ipv4_addresses: ipv4_addresses.join(), ipv6_addresses: ipv6_addresses.join() };
    default:
      return { [settings.addressAs]: ip_address };
  }
}

function nameIn(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}
