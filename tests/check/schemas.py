# SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON of the terminal program, held against the schemas that are installed."""

import functools
import json
import os

try:
    import jsonschema
except ImportError:
    jsonschema = None

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "schema")


def read(command):
    with open(os.path.join(FOLDER, command + ".json"), encoding="ascii") as file:
        return json.load(file)


def strict(schema):
    """Others may meet new members, but here each must be described."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {name: strict(item) for name, item in schema.items()}
    if result.get("type") == "object" and "properties" in result:
        result["additionalProperties"] = False
    return result


@functools.lru_cache(None)
def validator(command):
    return jsonschema.Draft202012Validator(strict(read(command)),
                                           format_checker=jsonschema.FormatChecker())


def loads(command, text):
    """What a command printed, without the number of its schema, which is always there."""
    value = json.loads(text)
    if jsonschema is not None:
        error = jsonschema.exceptions.best_match(validator(command).iter_errors(value))
        assert error is None, (error.message, list(error.absolute_path), value)
    for item in value if isinstance(value, list) else [value]:
        assert next(iter(item)) == "schema" and item.pop("schema") == 1, item
    return value
