namespace Urna.Report;

/// <summary>The scripts of a site: pages are whole without them.</summary>
static class SiteScript
{
    /// <summary>The file that pages name.</summary>
    public const string FileName = "urna.js";

    /// <summary>The file that other sites name to embed a figure.</summary>
    public const string EmbedName = "urna-embed.js";

    /// <summary>Search as one types, and tables that sort and filter.</summary>
    public const string Text = """
        // Urna: search, and tables that sort and filter. Pages are whole without it; nothing is fetched from elsewhere.
        (function () {
          'use strict';
          function fold(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); }
          function make(name, attributes, text) {
            var element = document.createElement(name);
            Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
            if (text) { element.textContent = text; }
            return element;
          }

          document.querySelectorAll('[data-search]').forEach(function (box, n) {
            var id = 'urna-search-' + n, list = make('ul', { id: id + '-found', 'class': 'found' }), asked = false;
            var label = make('label', { 'for': id }, box.dataset.label), input = make('input', { id: id, type: 'search', autocomplete: 'off', spellcheck: 'false' });
            var status = make('p', { 'class': 'small', role: 'status' });
            box.append(label, input, status, list);
            function load() {
              if (asked) { return; }
              asked = true;
              var script = make('script', { src: box.dataset.search });
              script.onload = show;
              document.head.append(script);
            }
            function show() {
              var words = fold(input.value).split(/\s+/).filter(Boolean);
              list.textContent = ''; status.textContent = '';
              if (!window.urnaIndex || words.length === 0 || input.value.trim().length < 2) { return; }
              if (!window.urnaRows) {
                window.urnaRows = [];
                window.urnaIndex.forEach(function (group) {
                  var page = window.urnaPages[group[0]];
                  group[1].split('|').forEach(function (name) { window.urnaRows.push([name, page[1], page[0], fold(name + ' ' + page[1])]); });
                });
              }
              var found = [];
              window.urnaRows.forEach(function (row, i) {
                var text = row[3];
                if (words.every(function (w) { return text.indexOf(w) >= 0; })) {
                  found.push([text.indexOf(words[0]) === 0 ? 0 : text.indexOf(' ' + words[0]) >= 0 ? 1 : 2, i]);
                }
              });
              found.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).slice(0, 12).forEach(function (f) {
                var row = window.urnaRows[f[1]], item = make('li'), link = make('a', { href: row[2] }, row[0]);
                item.append(link, make('small', {}, ' ' + row[1]));
                list.append(item);
              });
              if (found.length === 0) { status.textContent = box.dataset.none; }
            }
            input.addEventListener('focus', load);
            input.addEventListener('input', function () { load(); show(); });
          });

          function value(cell) {
            var text = cell ? cell.textContent.trim() : '';
            var spanish = document.documentElement.lang !== 'en';
            var plain = (spanish ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '')).replace('\u2212', '-').replace(/[\u2265%\s\u00a0\u202f+]/g, '');
            return plain !== '' && !isNaN(plain) ? Number(plain) : text;
          }
          document.querySelectorAll('table').forEach(function (table) {
            var body = table.tBodies[0];
            if (table.tBodies.length !== 1 || !table.tHead || table.tHead.rows.length !== 1 || body.rows.length < 8 || body.querySelector('[colspan],[rowspan]')) { return; }
            Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
              if (head.textContent.trim() === '' || head.querySelector('a,.hidden')) { return; }
              var button = make('button', { type: 'button', 'class': 'sort' });
              button.append.apply(button, Array.from(head.childNodes));
              head.append(button);
              button.addEventListener('click', function () {
                var down = head.getAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'ascending' : head.classList.contains('n');
                Array.from(table.tHead.rows[0].cells).forEach(function (h) { h.removeAttribute('aria-sort'); });
                head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
                Array.from(body.rows).map(function (r) { return [value(r.cells[column]), r]; }).sort(function (a, b) {
                  var numbers = typeof a[0] === 'number', others = typeof b[0] === 'number';
                  if (numbers !== others) { return numbers ? -1 : 1; }
                  var order = numbers ? a[0] - b[0] : String(a[0]).localeCompare(String(b[0]), document.documentElement.lang);
                  return down ? -order : order;
                }).forEach(function (p) { body.append(p[1]); });
              });
            });
          });
        })();

        """;

    /// <summary>A custom element for other sites: a figure or page of this one in a frame of its own.</summary>
    public const string Embed = """
        // <urna-figure src="https://…/embed-results-x.html" height="520">A link for readers without script</urna-figure>
        (function () {
          'use strict';
          if (!('customElements' in window) || customElements.get('urna-figure')) { return; }
          customElements.define('urna-figure', class extends HTMLElement {
            connectedCallback() {
              var source = this.getAttribute('src'), link = this.querySelector('a');
              if (!source && link) { source = link.href; }
              if (!source || !/^https?:|^[^:]*$/.test(source)) { return; }
              var frame = document.createElement('iframe');
              frame.src = source;
              frame.title = this.getAttribute('title') || this.textContent.trim() || 'Urna';
              frame.loading = 'lazy';
              frame.width = '100%';
              frame.height = parseInt(this.getAttribute('height'), 10) || 520;
              frame.setAttribute('frameborder', '0');
              frame.setAttribute('sandbox', 'allow-popups allow-scripts allow-same-origin');
              this.replaceChildren(frame);
            }
          });
        })();

        """;
}
