namespace Urna.Report;

/// <summary>The script of a plan's page: the draw anew, with nothing but the page.</summary>
static class AuditScript
{
    public const string Text = """
        'use strict';
        // SHA-256 (FIPS 180-4), of bytes, as eight words.
        const K = (() => {
          const k = [], isPrime = n => { for (let d = 2; d * d <= n; d++) if (n % d === 0) return false; return true; };
          for (let n = 2; k.length < 64; n++) if (isPrime(n)) k.push(Math.floor((Math.cbrt(n) % 1) * 4294967296) >>> 0);
          return k;
        })();
        const H0 = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        const W = new Uint32Array(64);
        function sha256(bytes) {
          const length = bytes.length, padded = new Uint8Array(((length + 8) >> 6) * 64 + 64);
          padded.set(bytes); padded[length] = 128;
          const view = new DataView(padded.buffer);
          view.setUint32(padded.length - 8, Math.floor(length / 536870912)); view.setUint32(padded.length - 4, (length * 8) >>> 0);
          let [a0, b0, c0, d0, e0, f0, g0, h0] = H0;
          for (let at = 0; at < padded.length; at += 64) {
            for (let i = 0; i < 16; i++) W[i] = view.getUint32(at + 4 * i);
            for (let i = 16; i < 64; i++) {
              const x = W[i - 15], y = W[i - 2];
              W[i] = (W[i - 16] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3)) + W[i - 7] + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10))) | 0;
            }
            let a = a0, b = b0, c = c0, d = d0, e = e0, f = f0, g = g0, h = h0;
            for (let i = 0; i < 64; i++) {
              const t1 = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
              const t2 = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
              h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
            }
            a0 = (a0 + a) | 0; b0 = (b0 + b) | 0; c0 = (c0 + c) | 0; d0 = (d0 + d) | 0; e0 = (e0 + e) | 0; f0 = (f0 + f) | 0; g0 = (g0 + g) | 0; h0 = (h0 + h) | 0;
          }
          return [a0, b0, c0, d0, e0, f0, g0, h0].map(w => w >>> 0);
        }
        const utf8 = new TextEncoder();
        const hex = words => words.map(w => w.toString(16).padStart(8, '0')).join('');
        const digits = text => [...BigInt('0x' + hex(sha256(utf8.encode(text)))).toString().padStart(64, '0')].reverse().join('');
        // The first nine digits of a ticket, without the whole of it.
        function key(words) {
          let rest = 0;
          for (const w of words) { rest = (rest * 65536 + (w >>> 16)) % 1e9; rest = (rest * 65536 + (w & 65535)) % 1e9; }
          let turned = 0;
          for (let i = 0; i < 9; i++) { turned = turned * 10 + rest % 10; rest = Math.floor(rest / 10); }
          return turned;
        }
        function after(ticket) {
          let nines = 0;
          while (ticket[2 + nines] === '9') nines++;
          for (let i = 1; ; i++) {
            const next = ticket.slice(0, 2 + nines) + digits(ticket + ':' + i);
            if (next > ticket) return next;
          }
        }
        const nameOf = (group, box, n) => group.lots ? (n === 1 ? box[0] : box[0] + '#' + n) : (box[1] === 1 ? box[0] : box[0] + '/' + n);
        function draw(group, seed) {
          const hashed = hex(sha256(utf8.encode(seed))), all = group.boxes.reduce((sum, box) => sum + box[1], 0);
          for (let part = (group.count + 6 * Math.sqrt(group.count) + 20) / all; ; part *= 4) {
            const below = Math.min(1, part) * 1e9, left = [];
            for (const box of group.boxes) for (let n = 1; n <= box[1]; n++) {
              const name = nameOf(group, box, n);
              if (key(sha256(utf8.encode(hashed + name))) < below) left.push({ ticket: '0.' + digits(hashed + name), name: name, times: 1 });
            }
            if (left.length < Math.min(group.count, all)) continue;
            const order = (x, y) => x.ticket < y.ticket ? -1 : x.ticket > y.ticket ? 1 : x.name < y.name ? -1 : 1, drawn = [];
            left.sort(order);
            while (drawn.length < group.count) {
              const next = left.shift(), again = { ticket: after(next.ticket), name: next.name, times: next.times + 1 };
              drawn.push(next);
              let low = 0, high = left.length;
              while (low < high) { const middle = (low + high) >> 1; if (order(left[middle], again) < 0) low = middle + 1; else high = middle; }
              left.splice(low, 0, again);
            }
            return drawn;
          }
        }
        const data = JSON.parse(document.getElementById('data').textContent);
        function run() {
          const seed = document.getElementById('seed').value, list = document.getElementById('drawn');
          let same = true;
          list.replaceChildren();
          for (const group of data.groups) {
            const drawn = draw(group, seed);
            same = same && drawn.every((d, i) => d.ticket === group.drawn[i]);
            for (const d of drawn) { const item = document.createElement('li'); item.textContent = d.name + '  ' + d.ticket.slice(0, 24) + '…'; list.append(item); }
          }
          document.getElementById('said').textContent = same ? data.same : data.other;
        }
        document.getElementById('again').addEventListener('click', run);
        if (data.groups.reduce((sum, g) => sum + g.boxes.reduce((all, box) => all + box[1], 0), 0) <= 200000) run();

        """;
}
