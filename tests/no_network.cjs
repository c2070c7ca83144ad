// Loaded before a program: whatever it wants of a network is refused and told.
'use strict';

const dns = require('node:dns');
const net = require('node:net');

function refuse(what) {
  process.stderr.write(`NETWORK ${JSON.stringify(what)}\n`);
  throw new Error('no network here');
}

net.Socket.prototype.connect = (...args) => refuse(args[0]);
dns.lookup = (name) => refuse(name);
globalThis.fetch = (address) => refuse(String(address));
