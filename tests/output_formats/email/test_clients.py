"""The check of what mail clients understand refuses what they do not."""

import pytest

from tests.output_formats.email.clients import find_in_sheet, find_unsupported


@pytest.mark.parametrize(
    "css",
    [
        "a { color: red; b { color: blue } }",
        "a { color: #ff0000; & b { color: #0000ff } }",
        ":is(a, b) { color: #ff0000 }",
        "p:where(.a) { color: #ff0000 }",
        ":lang(de) { color: #ff0000 }",
        "p:first-child { color: #ff0000 }",
        "a::before { color: #ff0000 }",
        "a > b { color: #ff0000 }",
        "a[href] { color: #ff0000 }",
        "* { color: #ff0000 }",
        "p { color: oklch(50% 0.1 20) }",
        "p { color: rgb(0 0 0 / 50%) }",
        "p { color: light-dark(#000000, #ffffff) }",
        "p { color: var(--ink) }",
        "p { --ink: #000000 }",
        "p { padding: calc(1px + 2px) }",
        "p { margin: -4px }",
        "p { font-size: 1rem }",
        "p { text-align: start }",
        "p { display: flex }",
        "p { position: absolute }",
        "p { margin-inline: 4px }",
        "p { background-color: #ffffff; background-color: #eeeeee }",
        "p { background-image: url(a.png) }",
        "@media print { p { color: #000000 !important } }",
        "@media (max-width: 600px) { p { color: #000000 !important } }",
        "@media (prefers-color-scheme: dark) { p { color: #000000 } }",
        "@media (prefers-color-scheme: dark) { :is(p) { color: #000000 !important } }",
        "@media (prefers-color-scheme: dark) { p { color: #000000 !important; a { color: red } } }",
        "@import 'a.css';",
        "@font-face { font-family: x }",
        "p { color: #000000 !important }",
    ],
)
def test_style_that_a_client_does_not_understand_is_refused(css: str) -> None:
    assert list(find_in_sheet(css))


@pytest.mark.parametrize(
    "css",
    [
        "p, .text h2 { margin: 0 0 14px; color: #1a1b1d; font-family: Georgia, serif }",
        "img { max-width: 100%; height: auto; border: 0 }",
        "@media (prefers-color-scheme: dark) { .note, pre { color: #e7e5e1 !important; } }",
    ],
)
def test_style_that_clients_understand_passes(css: str) -> None:
    assert list(find_in_sheet(css)) == []


@pytest.mark.parametrize(
    "html",
    [
        "<svg></svg>",
        "<article>a</article>",
        "<video src='a.mp4'></video>",
        "<p style='color: oklch(50% 0.1 20)'>a</p>",
        "<p onclick='x()'>a</p>",
        "<img src='a.png' srcset='b.png 2x' alt=''>",
        "<style media='print'>p { color: #000000 }</style>",
        "<style>p { color: #000000 }</style>",
        "<link rel='stylesheet' href='a.css'>",
        "<input type='checkbox'>",
    ],
)
def test_html_that_a_client_does_not_show_is_refused(html: str) -> None:
    assert find_unsupported(html)
