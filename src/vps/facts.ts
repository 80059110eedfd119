/** "Maximum 5 snapshots per server" (https://www.vps.org/api/v1/docs/snapshots/). */
export const snapshotsPerServer = 5;
