<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the link in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the range, or follow now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh more often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh less often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the pages in wall mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a link with the times frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>the event has no start (DTSTART)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 20261001 or 20261001T090000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end is not of the same kind as the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write both as dates, or both as times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event ends before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the duration is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as P1D or PT8H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an excluded date (EXDATE) is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a further date (RDATE) is no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recurrence rule contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its events recur more than %1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a calendar of holidays only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recurrence rule is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as FREQ=YEARLY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event recurs several times a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A holiday recurs daily at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than %1 recurring events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a calendar of holidays only, with yearly rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone or the span is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no calendar in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an iCalendar file (.ics).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends inside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It seems to be cut: fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands outside a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts are nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>there are more than %n events</source>
        <translation>
            <numerusform>there are more than %n events</numerusform>
            <numerusform>there are more than %n events</numerusform>
        </translation>
    </message>
    <message>
        <source>END of %1 without its BEGIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a calendar line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read the calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartTooltip</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A time (%1) and the name of its zone (%2), as &quot;14:03:15 UTC&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>The same time in two zones: &quot;14:03:15 UTC · 22:03:15 CST&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Stacked total</source>
        <extracomment>Last line of a tooltip: the sum of the series that are stacked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostBasis</name>
    <message>
        <source>data for %1 of that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU %1 a core hour, memory %2 a GiB hour, at the larger of request and use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests have no price in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens: %1 (%2); check them against your contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens: %1; check them against your contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is converted at %2, the workspace&apos;s rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached tokens are not charged as input again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day at this rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>without %n row(s) that ended</source>
        <translation>
            <numerusform>without %n row that ended</numerusform>
            <numerusform>without %n rows that ended</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than an hour of data so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a straight line through the month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time without data is taken to cost the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace has no budget for a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not included: idle nodes, storage, network and taxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the system costs an hour, now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time without data costs nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast to month end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear: the month to date, divided by the part of the month that has data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent of the month&apos;s budget; the mark is the forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests and tokens are divided among the tags of their component&apos;s pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is spent on, month to date (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate over the selected time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens by model, month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input counts what was read from the cache too, if the provider does so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostQueries</name>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: old data is shown. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: left out. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: left out. The query found no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: the server says that parts are missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CronSchedule</name>
    <message numerus="yes">
        <source>it has %n field(s), five are expected</source>
        <translation>
            <numerusform>it has %n field, five are expected</numerusform>
            <numerusform>it has %n fields, five are expected</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a cron expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write minute, hour, day of month, month and day of week: 0 9 * * 1-5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurlError</name>
    <message>
        <source>Check the address and that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host name, and that the VPN is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the CA file of the workspace and that the address is the name in the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the client certificate and its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; a proxy or the server closes connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port: what answers is not a healthy HTTP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host name is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy&apos;s host name is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the CA file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed before an answer came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed in the middle of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was cut while receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was cut while sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed answer is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy wants credentials (HTTP 407)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy refused the connection (HTTP %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer was not complete after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter range, or raise the time limit of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the VPN and firewalls on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is larger than the limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for fewer series or a coarser step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the address that the server redirects to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the address; it starts with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it waited %1 behind other requests to this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh less often, or show fewer panels at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurlSetup</name>
    <message>
        <source>The token cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file does not hold one line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the token alone into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credentials cannot be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password or token has more than one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again without line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Active sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer time p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog against last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog, consumers and the time to work it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU against request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU used of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call time p95 by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold start (created to ready)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate of machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of answer times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution of retrieval times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each evicted key is a session that is lost: raise maxmemory or shorten the time to live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every component at a glance: traffic, latency, errors, saturation, replicas, backlog, tokens and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evicted keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External tools: calls, failures, latency and circuit breakers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failure rate by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures by tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits and misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If retrieval grows, more workers help; if generation grows, look at the LLM quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEDA target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean time by stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory against limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used of limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, evictions, clients and hit rate of the session store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More replicas do not help while the provider refuses: the quota is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One component: traffic, latency, errors, replicas, cold starts, CPU, memory and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override generation acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a CPU core hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a GiB hour of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue, tokens, quota and refusals of the LLM provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota used by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAG worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready messages a consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis session store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the provider (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas and bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request rate against quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by status code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrieval and generation p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, turns and the machines of the dialog manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token quota used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token rate against quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens by model and direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the time of an answer goes: retrieval or generation, and the machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer time p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backlog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaker opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busiest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busiest model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consumers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>desired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evicted keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit of one pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metrics only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open breakers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redis up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request of one pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrieve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time to drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{model}} quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{queue}} in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{queue}} ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU and memory of the containers, at the larger of request and use and the prices of the workspace. Without tokens and requests: the cost page has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the running pods took from their creation until they could take traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List prices of the provider. Models without a price are not here: the cost page names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine cost by component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token cost by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DashboardReader</name>
    <message>
        <source>The dashboard is of a newer version of Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is version %1, this program knows versions up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Spillway. The file was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel ends at column %1, the grid has %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known units: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two queries of the panel have the id “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min must be less than max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the panel has no queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a name of a variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and _, not starting with a digit or __.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“spillway.dev/v1” is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Dashboard” is expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>“%1” is not a duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 90s, 5m, 1h30m or 2w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is expected before each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units are y, w, d, h, m, s and ms, largest first, each once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>Cannot make a forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>only %n hours of ordinary traffic are known</source>
        <translation>
            <numerusform>only %n hour of ordinary traffic is known</numerusform>
            <numerusform>only %n hours of ordinary traffic are known</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a history of a week at least, better of four.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HpaExplain</name>
    <message>
        <source>%1 could not be read (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at %2 of its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 pods without a sample and %2 not ready, taken pessimistically, it is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is within the tolerance: %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That points the other way, so %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for %1 replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were %1 replicas, above the maximum of %2: cut at once, no metric is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were %1 replicas, below the minimum of %2: raised at once, no metric is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the built-in limit of twice the replicas, at least 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy of %1 pods in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policy of %1 per cent in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allows %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maximum of %1 stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimum of %1 holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workload has zero replicas, so the autoscaler does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A metric failed and no other asks for more, so %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server refused the number; %1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replicas stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replicas become %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recommendation of %1 s ago holds it at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the behaviour, which disables this direction,</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HpaSpec</name>
    <message>
        <source>it is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is %1, below minReplicas, which is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The autoscaler cannot be simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the field and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at least %1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no target that this kind of metric can use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantity is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one policy is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is below zero</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>this is not an HTTP address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpError</name>
    <message>
        <source>the server wants other credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user, password or token of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the permission, or use another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; a path prefix may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy wants credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put user and password into the proxy&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server gave up waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it conflicts with what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request is too large for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for less at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address is too long for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server cannot carry it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server limits how often it is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, or refresh less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request was given up on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy cannot reach the server behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment; it is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server behind a proxy did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter range, or try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; it said: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpRedirect</name>
    <message>
        <source>it redirects to an address that is not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it redirects from https to http</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it redirects in a circle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricResolver</name>
    <message>
        <source>%1 is not a part of a metric; use bucket, sum or count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a histogram, so it has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buckets of %1 are in another unit and cannot be converted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gauge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histogram with buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>native histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is what comes closest, but it is a %2: rates and quantiles of it may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) has another unit; its values are multiplied by %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) is another name for the same thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It exists under this name (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): the exporter changed the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace says that it is called %1, but there is no such metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace says that it is called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend has no metric of this name, with or without the suffixes that exporters add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed from %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Optimiser</name>
    <message>
        <source>nothing may be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no values to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values of “%1” do not ascend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no replay to judge policies with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no replay may be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today&apos;s policy does not fit what may be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no combination of the values is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its replay has no cost or no latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a period without gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its p95 latency of %1 is above the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its share of 429s of %1 is above the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its oldest message waits %1, above the limit of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes nearest to the objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the cheapest policy that holds the objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the cheapest policy of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy that was tried has a lower p95 latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy that was tried has fewer 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is at the end of what was tried; a wider range may do better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1 more than the next cheaper one its p95 is %2 shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1 more than the next cheaper one it has %2 fewer 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It saves %1 against the next dearer one for a p95 that is %2 longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It saves %1 against the next dearer one for %2 more 429s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the p95 limit, to which %1 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the limit of 429s, to which %1 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything cheaper beside it breaks the limit of waiting, to which %1 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest policy that holds the objective costs %1, %2 less than today&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest policy that holds the objective costs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy that was tried holds the objective. The nearest costs %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy could be judged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageSetup</name>
    <message>
        <source>Cannot read the token prices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelExport</name>
    <message>
        <source>Cannot save the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelNotices</name>
    <message>
        <source>Something may be wrong or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hints, possibly harmless</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old data kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 queries failed: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says that parts are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of the server cut the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This panel has no query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is late.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelValue</name>
    <message>
        <source>was 0 last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same as last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1 last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % vs last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 samples are not numbers and left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pipeline</name>
    <message>
        <source>there is no time to replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the growth must be a number from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each component needs a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>components feed each other in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the traffic does not cover the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known of its traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a replica must be able to do something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there must be at least one partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what feeds it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no metric that can be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a metric is of a component that does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the target is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be at least 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shares of the models must add up to 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>a price from 0 to 0.1 a token is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are per single token: 0.5 a million is 0.0000005.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day such as 2026-01-31 is expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prometheus</name>
    <message>
        <source>Choose a shorter time range, a larger step, or a query that selects fewer series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask those who run the server; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh less often, or show fewer panels at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name, password or token in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account lacks the permission, or the tenant header is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path prefix of the URL, for example /prometheus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot do it; use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the header X-Scope-OrgID with your tenant to the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operators of the server block this query; ask them why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user name and password of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is too long for a proxy on the way; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy answers, but the server behind it does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HTML page without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HTML page titled &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics server refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metrics server is not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is starting and still reads its write-ahead log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an answer of the Prometheus API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the content type is %1, expected application/json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably a login page or a proxy answers: check the URL and the credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL and its path prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON ends in the middle, after %L1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is not enough memory for %L1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid JSON of the Prometheus API (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is something behind the end of the JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON lacks the members status and data of the Prometheus API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample has %1 parts, expected %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample&apos;s time stamp is not a number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a histogram bucket has an unknown boundary rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result type &quot;%1&quot; is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples are where no series is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample is a number, expected a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and alerts are a placeholder: an empty list does not mean that all is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no exemplars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scrape targets are not known, so the scrape interval is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no metadata: types and units of metrics are guessed from their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Native histograms are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers carry no warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that are NaN are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest 30 seconds may repeat older values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>“%1” is not a quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 500m, 2, 1.5k, 512Mi or 1e3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a decimal number with one known suffix is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>Cannot explain the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time is outside of the replay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplayOutcome</name>
    <message>
        <source>The policy cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are not as many values as things to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a value for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no part number %1 of that kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no traffic is known in that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>The schedule cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the minimum of %1 is above the maximum of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the maximum or lower the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window “%1” has no length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a whole day write 00:00 to 24:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event “%1” does not end after it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct its start or its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the override “%1” does not end after it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the floor of %1 from %2 is above the cap of %3 from %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the cap or lower the floor.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleLint</name>
    <message>
        <source>Move it away from the hour in which the clock changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, which the clock leaves out: it comes at the moment of the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, which comes twice: it starts at the first and ends at the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an edge at %2, within an hour of a change of the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not hold on %2: the clock leaves all of it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it longer, or move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event “%1” is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it, or give it its next date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event “%1” is more than 400 days ahead: it is not in the timeline yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push the policy again before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events “%1” and “%2” overlap: the higher floor and the lower cap hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” waits for holidays, but none lie ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the holidays of the coming year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” asks for %2 replicas, but a count of %3 stays as it is: the difference is inside the tolerance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a minimum for the window instead, or lower the tolerance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a floor by a metric: the count rises by the scaling rules and stays up for the stabilization window after its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window with a minimum is exact and acts at once; keep the metric if its end is to be soft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” ends twice without a start between (%2): it stays open in that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” starts twice without an end between (%2): it is closed until the second start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the start and the end the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would start at %2, which the clock leaves out: it opens right after its previous end instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it outside the hours in which the clock changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” starts at %2, which comes twice: it opens at the second time only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>Cannot get the password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again in the settings of the workspace, or let passwordFrom name an environment variable (env:NAME) or a file (file:PATH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain has no entry for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain refuses access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this desktop has no keychain service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfMetrics</name>
    <message>
        <source>The console&apos;s own metrics cannot be served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a port that is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceFit</name>
    <message>
        <source>Processor use does not follow the requests; the capacity of a replica is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no processor limit; the capacity of a replica is the most that one has done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency does not follow the utilisation; its curve is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread of the latency is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pod was seen starting; the cold start is an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsStore</name>
    <message>
        <source>The setting file has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “%1” is not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no theme “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no language “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line “name=value” or “[group]” is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults are used for what cannot be read; the file is left as it is until you change a preference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file or its folder cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpillwayCtl</name>
    <message>
        <source>warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: the answer is partial: some stores did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: the answer is truncated by a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the URL &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected http://HOST[:PORT][/PREFIX] or https://...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must be above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the header &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &quot;Name: value&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot use the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step must be above zero and the end not before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a time such as 2026-11-23T14:00:00Z, 1763906400 or now-1h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a duration such as 30s, 1h30m or 15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>it is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot search for a better policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>MMM d</source>
        <extracomment>Date of a tick on a time axis, in QLocale&apos;s format letters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>Date with year of a tick on a time axis, in QLocale&apos;s format letters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A date (%1) and a time of day (%2), as &quot;Nov 22 14:03:15&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeSelection</name>
    <message>
        <source>“%1” is not a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write now-6h, now-1d/d or 2026-11-22 09:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write now-6h, or two times with “to” between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after “/” one of m, h, d, w, M, y is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after “now” a - or + is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is more than ten years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n hour(s)</source>
        <translation>
            <numerusform>Last hour</numerusform>
            <numerusform>Last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s)</source>
        <translation>
            <numerusform>Last minute</numerusform>
            <numerusform>Last %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither relative to now nor a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tone</name>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>plain number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number with SI prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent (0 to 100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per cent (0 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (IEC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (SI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewLink</name>
    <message>
        <source>This link cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link looks like spillway://view?page=overview&amp;from=now-6h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not start with spillway://view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name in it has characters that no name has</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Dialog manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAG worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis session store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Spillway may understand this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an IANA name such as Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password does not belong into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use auth with passwordFrom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password or token does not belong into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use passwordFrom with keychain, env:NAME or file:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this cannot be a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the environment variable https_proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another component has this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number that is not negative is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address such as http://host:9090 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a duration such as 30s or 2m is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain, env:NAME or file:PATH is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none or an address such as http://host:3128 or socks5://host:1080 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a currency code such as EUR is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number above 0 is expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceFolder</name>
    <message>
        <source>The workspace cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workspace file is not that large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no address of Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceStore</name>
    <message>
        <source>Cannot read the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has errors and is not overwritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has changed since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workspace again and repeat the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot remove the workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YamlDocument</name>
    <message>
        <source>The file cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds more than one document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one document a file: remove “---” and what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias refers to a value that contains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than %1 values once its aliases are filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a field must be plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the value starts with { or [, quote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a NUL byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is indented with a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML allows only spaces for indentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the indentation, quotes and brackets near this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in the file is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, the value is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, a list was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, a map was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected, “%2” was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of at least %1 is expected, %2 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected, %3 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a duration such as 90s or 1h30m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field in the file is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of the two; the first one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field “%1” is not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::AboutDialog</name>
    <message>
        <source>About Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spillway %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A console that keeps LLM and RAG systems standing under spiky traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt, libcurl, simdjson, yaml-cpp, prometheus-cpp, QtKeychain and CLI11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ApplicationController</name>
    <message>
        <source>There is no page “%1” here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page 1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link with frozen times copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link belongs to the workspace “%1”, which is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous gap, NaN or reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ChartLegend</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CommandPalette</name>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, panel, command, time range or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::Connection</name>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ahead of this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 behind this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked by panels, %2 shared, %3 sent, %4 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ConnectionTestView</name>
    <message>
        <source>It works: the server answers PromQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape interval %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead of this machine&apos;s; the server&apos;s counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind this machine&apos;s; the server&apos;s counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostBarsBody</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostFigureBody</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostModel</name>
    <message>
        <source>untagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory, no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 core h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostPage</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data to compute this from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens have no cost here: their prices are in %1, the workspace counts in %2 and has no exchange rate (prices.exchange).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::CostTableBody</name>
    <message numerus="yes">
        <source>table with %n row(s)</source>
        <translation>
            <numerusform>table with %n row</numerusform>
            <numerusform>table with %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::DashboardDocument</name>
    <message>
        <source>Add panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change queries of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change unit of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change thresholds of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change panel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DashboardLibrary</name>
    <message>
        <source>Cannot read the dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dashboard is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id “%1” is also that of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashboard was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, “-” and “_”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts of the file could not be read and would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the file, or save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file was changed by somebody else since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload it, save under another name, or overwrite it (the other version is kept beside it).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a dashboard “%1” already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashboard was not reverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no copy of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the older copy cannot be replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DashboardPage</name>
    <message>
        <source>There is no dashboard “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as your own version of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mine, keep the other as .orig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the shipped version; yours is kept beside it as .orig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move, resize, add and change panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DemoPanel</name>
    <message>
        <source>Starting the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic × 3 for 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic × 10 for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM provider fails for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool %1 fails for 5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis gets full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus gets slow (8 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus goes away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All back to normal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::DemoSession</name>
    <message>
        <source>Cannot write %1: %2
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus %1
without proxy %2
exporter %3/metrics/&lt;job&gt;
Type help for the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 turns/s, spike x %2, %3 pods, %4 messages waiting, Prometheus %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::EmptyReason</name>
    <message>
        <source>The expression names no metric and has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric has samples in this range, but the expression leaves none of them: a comparison filters all, labels of two sides differ, or a rate has too few samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but no series of it has all of these labels: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but no series of it has the label %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has samples now, but none in this time range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has stopped: it has older samples, but none now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not scraped: the server has no sample of it in the last day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::FirstRunPage</name>
    <message>
        <source>Welcome to Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where an LLM system on Kubernetes gets stuck, and what would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A complete system with a week of history, simulated on this machine and measured by a real Prometheus. Nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus, Thanos, Mimir or VictoriaMetrics. Only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an http or https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A YAML file that a colleague gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::GaugeBody</name>
    <message>
        <source>%1, scale %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::HeatmapBody</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most observations %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::MainWindow</name>
    <message>
        <source>There is no page “%1” here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · Spillway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::NavigationList</name>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelEditor</name>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest value only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PromQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend, such as {{job}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelMessage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelTableModel</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, last week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelTitleBar</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) of the server</source>
        <translation>
            <numerusform>%n notice of the server</numerusform>
            <numerusform>%n notices of the server</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PanelWidget</name>
    <message>
        <source>%1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit panel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;range at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wall mode: next page after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the last workspace at start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ProblemsDialog</name>
    <message>
        <source>Problems in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could be understood is in use. Spillway does not change files with errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why and what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files are in order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::ProgressPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::RefreshControl</name>
    <message>
        <source>Waiting for data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, data %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::SelectorBar</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n chosen</source>
        <translation>
            <numerusform>%1: %n chosen</numerusform>
            <numerusform>%1: %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::StatBody</name>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::StateTimelineBody</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::StatusLine</name>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in files</source>
        <translation>
            <numerusform>%n problem in files</numerusform>
            <numerusform>%n problems in files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n limit(s)</source>
        <translation>
            <numerusform>%1, with %n limit</numerusform>
            <numerusform>%1, with %n limits</numerusform>
        </translation>
    </message>
    <message>
        <source>Server clock %1 ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server clock %1 behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TableBody</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>table with %n row(s)</source>
        <translation>
            <numerusform>table with %n row</numerusform>
            <numerusform>table with %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spillway::ThresholdsEdit</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeRangePicker</name>
    <message>
        <source>Time range, in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeRangePopup</name>
    <message>
        <source>%1
%2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn this into the fixed times shown above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same length, up to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now-6h or 2026-11-22 09:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeSeriesBody</name>
    <message>
        <source>%1 (last week)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>rest (%n series)</source>
        <translation>
            <numerusform>rest (%n series)</numerusform>
            <numerusform>rest (%n series)</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TimeSeriesChart</name>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 at %3 %4</source>
        <extracomment>A sample read out loud: series, value, time, time zone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TokenUseModel</name>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::TopBar</name>
    <message>
        <source>%1 (has errors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::WallHeader</name>
    <message>
        <source>%1, next page in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::WorkspaceEditor</name>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate au&amp;thority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment; “none” for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name&amp;spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All; several parted by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Production: read-only until unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must start with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not write the password into the address; choose “User and password”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a header; write Name: value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the token file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone; write Asia/Shanghai or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no file. Saving makes a copy among your own workspaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened from %1. Saving makes a copy among your own workspaces and leaves that file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::ControlCommand</name>
    <message>
        <source>This command cannot be understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type help for the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 24h are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spike FACTOR [DURATION]        traffic times FACTOR (10m)
outage llm [DURATION]          the LLM provider answers 500 (5m)
outage tool NAME [DURATION]    calls of that tool fail (5m)
redis-pressure on|off          the session store fills up
slow DURATION|off              Prometheus answers late
prometheus stop|start          Prometheus is gone, and back
calm                           ends all of these
status   help   quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::DemoWorkspace</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::DemoWorld</name>
    <message>
        <source>Preparing %1 of history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus is ready at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic x %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LLM provider is down for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s tools are: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool %1 fails for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis fills up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis is relieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus answers after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus answers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus is gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::Exporter</name>
    <message>
        <source>Cannot start the exporter of the demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryBuilder</name>
    <message>
        <source>Cannot make the demo&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package prometheus, and check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryCache</name>
    <message>
        <source>Cannot keep the demo&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be moved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be copied there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::HistoryWriter</name>
    <message>
        <source>Cannot write the demo&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::PrometheusServer</name>
    <message>
        <source>Cannot write the configuration of the demo&apos;s Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program prometheus is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not become ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run the demo&apos;s Prometheus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package prometheus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::RunDirectory</name>
    <message>
        <source>Cannot make the demo&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its lock cannot be taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::SlowProxy</name>
    <message>
        <source>Cannot open the demo&apos;s Prometheus port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or none for any free one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spillway::demo::WorldState</name>
    <message>
        <source>Cannot use the saved state of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or of another version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
