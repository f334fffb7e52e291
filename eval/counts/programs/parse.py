import json
rows = [{"name": f"row {i}", "values": list(range(i % 17))} for i in range(3000)]
read = json.loads(json.dumps(rows))
print(sum(sum(row["values"]) for row in read))
