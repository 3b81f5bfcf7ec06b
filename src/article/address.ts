import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { Problem } from '../problem.ts';

/**
 * Whether an IP address is of the public internet: not of this machine, of a private network, of a cloud's metadata
 * service, nor any other that is set apart. IPv4 in the clothes of IPv6 counts as what it is.
 */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/**
 * Opens connections to public addresses only. It looks at the very address that it connects to, so that neither a
 * redirect nor a name server that answers differently the second time leads inside.
 */
export function publicConnector(timeout: number): buildConnector.connector {
  const connect = buildConnector({
    timeout,
    lookup: (name, options, done) => {
      lookup(name, { ...options, all: true }, (error, addresses) => {
        if (error) return done(error, []);
        const inside = addresses.find(({ address }) => !isPublic(address));
        if (inside) return done(forbidden(name, inside.address), []);
        const [first] = addresses;
        if (options.all || !first) done(null, addresses);
        else done(null, first.address, first.family);
      });
    },
  });
  return (options, done) => {
    const host = options.hostname.replace(/^\[|\]$/gu, '');
    // an address is connected to without being looked up
    if (isIP(host) !== 0 && !isPublic(host)) done(forbidden(host, host), null);
    else connect(options, done);
  };
}

export const forbidden = (host: string, address: string): Problem =>
  new Problem('forbidden-address', {
    title: `"${host}" is not on the public internet`,
    detail: host === address ? undefined : `It leads to ${address}.`,
    hint: 'Save the page as a file, or allow such addresses with --allow-private-addresses',
  });
